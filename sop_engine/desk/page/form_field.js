// One field of the form: what is being typed in it stays until it is left, whatever the server says meanwhile.
// Texts are only ever shown as texts.
const PAUSE = 350; // Milliseconds without a key after which what was typed is written.
const STEPS = /^(Arrow|Page|Home$|End$)/; // Keys that choose in a closed list.

export default {
  template: `
    <component :is="tag" class="field" :class="['kind-' + kind, { noted: notes.length > 0, fixed: fixed !== '' }]"
      @focusout="leave" @click.self="focus">
      <label v-if="kind !== 'button'" :for="inner" :class="plain ? 'field-label' : 'unseen'">{{ called }}</label>
      <button v-if="kind === 'button'" :id="inner" type="button" class="field-input" :disabled="fixed !== ''"
        :aria-label="called + ': ' + value" :aria-describedby="inner + '-notes'" @click="$emit('open')"
        @keydown="onKey">{{ value }}</button>
      <div v-else-if="kind === 'choice'" class="field-choice">
        <div class="field-chosen" aria-hidden="true">{{ chosen }}</div>
        <select :id="inner" class="field-input" :value="value" :disabled="fixed !== ''"
          :aria-invalid="wrong" :aria-describedby="inner + '-notes'" @change="pick" @keydown="onKey"
          @keyup="stepping = false">
          <option v-for="[key, words] in choices" :key="key" :value="key">{{ words }}</option>
        </select>
      </div>
      <div v-else class="field-items" :class="{ several: items.length > 1 }" @click.self="focus">
        <div v-for="(item, at) in items" :key="at" class="field-item">
          <textarea :id="at ? inner + '-' + at : inner" class="field-input" spellcheck="false" :rows="rows(item)"
            :value="item" :readonly="fixed !== ''" :placeholder="placeholder" :aria-invalid="wrong"
            :aria-label="items.length > 1 ? called + ' – ' + (at + 1) : called" :aria-describedby="inner + '-notes'"
            @input="type(at, $event)" @paste="paste(at, $event)" @keydown="onKey($event, at)"></textarea>
        </div>
      </div>
      <div :id="inner + '-notes'" class="field-notes" :aria-live="typed ? 'polite' : undefined">
        <p v-if="about" class="field-about">{{ about }}</p>
        <p v-if="fixed" class="field-fixed">{{ fixed }}</p>
        <p v-for="(note, at) in notes" :key="at" class="field-note" :class="note.level"><b>{{ note.mark }}</b>
          {{ note.text }} <span class="field-hint">{{ note.hint }}</span>
          <button v-for="(words, offer) in note.offers" :key="offer" type="button" class="field-offer"
            @click="take(at, offer)">{{ words }}</button>
        </p>
      </div>
    </component>`,
  props: {
    id: String,
    tag: String,
    kind: String, // text, entry (empty again when it is written), lines, choice or button
    label: String,
    plain: Boolean, // The label is seen, not only heard.
    about: String,
    placeholder: String,
    value: String,
    choices: Array,
    notes: Array,
    fixed: String,
    lazy: Boolean, // Written when it is left, not while somebody types.
    eager: Boolean, // Takes the focus when it appears.
  },
  inject: { row: { default: undefined } },
  emits: ["write", "use", "open", "several", "row"],
  data() {
    return { text: this.value, typed: false };
  },
  computed: {
    inner() {
      return `${this.id}-input`;
    },
    // A cell knows its row: where rows move, the server need not name every cell anew.
    called() {
      return this.row ? this.label.replace("{0}", () => this.row.name) : this.label;
    },
    // A browser's own choice shows one line; here long words are seen whole, and break behind a stroke.
    chosen() {
      return (this.choices.find(([key]) => key === this.value)?.[1] ?? "").replaceAll("/", "/\u200b");
    },
    wrong() {
      return this.notes.some((note) => note.level === "error") ? "true" : undefined;
    },
    // Each item of a list has a field of its own; any other text is one.
    items() {
      return this.kind === "lines" ? this.text.split("\n") : [this.text];
    },
  },
  watch: {
    value(now) {
      if (!this.typed) this.text = now;
    },
  },
  mounted() {
    if (this.eager) this.focus();
  },
  beforeUnmount() {
    clearTimeout(this.later);
  },
  methods: {
    inputs() {
      return [...this.$el.querySelectorAll(".field-input")];
    },
    focus() {
      this.inputs()[0].focus();
      this.$el.scrollIntoView({ block: "nearest" });
    },
    // Where the browser cannot fit a field to its text by itself.
    rows(item) {
      return item.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 40), 0);
    },
    type(at, event) {
      const items = [...this.items];
      items[at] = event.target.value;
      this.become(items);
      const more = this.items.length - items.length;
      if (!more) return;
      // The next key may come before the new fields do: it must not find the same lines here again.
      event.target.value = this.items[at];
      this.goTo(at + more);
    },
    // Lines from another program become items; those of a spreadsheet end with a line that is none.
    paste(at, event) {
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      if (this.kind !== "lines" || this.fixed || !/[\r\n]/.test(pasted)) return;
      event.preventDefault();
      const lines = pasted.split(/[\r\n]+/).map((line) => line.replaceAll("\t", " ").trim()).filter(Boolean);
      const { value, selectionStart: from, selectionEnd: to } = event.target;
      const items = [...this.items];
      const end = value.slice(to);
      items.splice(at, 1, ...(value.slice(0, from) + lines.join("\n") + end).split("\n"));
      this.become(items);
      const last = at + Math.max(lines.length, 1) - 1;
      this.goTo(last, items[last].length - end.length);
    },
    become(items) {
      this.text = items.join("\n");
      this.typed = this.due = true;
      clearTimeout(this.later);
      if (!this.lazy) this.later = setTimeout(() => this.write(), PAUSE);
    },
    async goTo(at, caret = Infinity) {
      await this.$nextTick();
      const input = this.inputs()[at];
      input?.focus();
      input?.setSelectionRange(Math.min(caret, input.value.length), Math.min(caret, input.value.length));
    },
    write() {
      clearTimeout(this.later);
      if (!this.due) return;
      this.due = false;
      this.$emit("write", this.text);
      if (this.kind === "entry") {
        this.text = "";
        this.typed = false;
      }
    },
    // The server has taken what was written, as it stands or otherwise: show what there is now.
    settle() {
      if (this.typed) return;
      this.text = this.value;
      this.$forceUpdate();
    },
    leave(event) {
      if (this.$el.contains(event.relatedTarget) || this.fixed) return;
      // What was written already may stand otherwise in the text; what is written now will come back.
      if (!this.due) this.text = this.value;
      this.write();
      this.typed = false;
    },
    take(at, offer) {
      this.write();
      this.typed = false;
      this.$emit("use", at, offer);
      // The button goes with its finding.
      this.inputs()[0].focus();
    },
    pick(event) {
      const chosen = event.target.value;
      if (chosen === "*") {
        event.target.value = this.value;
        // Who walks through a closed list by keys has not asked for a dialog.
        if (!this.stepping) this.$emit("several");
      } else this.$emit("write", chosen);
    },
    onKey(event, at = 0) {
      const control = event.ctrlKey || event.metaKey;
      this.stepping = STEPS.test(event.key) && !event.altKey;
      const row = event.altKey
        ? { ArrowUp: "up", ArrowDown: "down", Delete: "delete" }[event.key]
        : control && event.key === "Enter" && "below";
      if (control) this.write();
      if (control && ["z", "y"].includes(event.key.toLowerCase())) {
        // The page takes back its own changes; this field then shows what stands in the text.
        this.typed = false;
      } else if (row && this.tag === "td") {
        event.preventDefault();
        this.write();
        this.$emit("row", row);
      } else if (event.key === "Enter" && ["text", "entry"].includes(this.kind) && !event.shiftKey && !control && !event.isComposing) {
        event.preventDefault();
        this.write();
        if (this.tag === "td") this.below();
      } else if (this.kind === "lines" && !control && !event.isComposing && !this.fixed) this.onItemKey(event, at);
    },
    onItemKey(event, at) {
      const { value, selectionStart: from, selectionEnd: to } = event.target;
      const items = [...this.items];
      if (event.key === "Enter") {
        items.splice(at, 1, value.slice(0, from), value.slice(to));
        this.become(items);
        this.goTo(at + 1, 0);
      } else if (event.key === "Backspace" && at > 0 && to === 0) {
        items.splice(at - 1, 2, items[at - 1] + value);
        this.become(items);
        this.goTo(at - 1, this.items[at - 1].length - value.length);
      } else if (event.key === "ArrowDown" && from === value.length && at + 1 < items.length) this.goTo(at + 1, 0);
      else if (event.key === "ArrowUp" && to === 0 && at > 0) this.goTo(at - 1);
      else return;
      event.preventDefault();
    },
    below() {
      const next = this.$el.parentElement.nextElementSibling;
      next?.children[this.$el.cellIndex]?.querySelector(".field-input")?.focus();
    },
  },
};
