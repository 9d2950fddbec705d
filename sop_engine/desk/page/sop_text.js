// What the text editor gets beside its own abilities: completions and explanations from the server, the row of the
// cursor, its words in the user's language, and the keys of the page. It shows nothing itself.
import * as CM from "nicegui-codemirror";

const setMarks = CM.StateEffect.define();
const marks = CM.StateField.define({
  create: () => CM.Decoration.none,
  update: (old, transaction) => {
    const set = transaction.effects.find((effect) => effect.is(setMarks));
    return set ? set.value : old.map(transaction.changes);
  },
  provide: (field) => CM.EditorView.decorations.from(field),
});

// Set on changes that come from the server; all others are told to it.
const fromServer = CM.Annotation.define();

function markOf([from, to, look]) {
  if (from === to) return CM.Decoration.line({ class: look }).range(from);
  return CM.Decoration.mark({ class: look }).range(from, to);
}

export default {
  template: `<span hidden></span>`,
  props: { editor: Number, label: String, phrases: Object, unsaved: Boolean, writable: Boolean },
  created() {
    this.waiting = new Map();
    this.asked = 0;
    this.version = 0;  // how many changes have come from the server
    this.number = 0;  // how many were made here
    this.pending = [];  // those made here that the server is not known to have
    this.ready = new Promise((resolve) => (this.begin = resolve));
  },
  watch: {
    writable(writable) {
      this.view?.dispatch({ effects: this.editable.reconfigure(CM.EditorView.editable.of(writable)) });
    },
  },
  async mounted() {
    document.addEventListener("keydown", (event) => this.onKey(event));
    window.addEventListener("beforeunload", (event) => (this.unsaved || this.pending.length) && event.preventDefault());
    await this.$nextTick();  // the editor can be found once the whole page is mounted
    const area = getElement(this.editor);
    this.view = await area.editorPromise;
    area.emitting = false;  // what is typed is told by us, with the version of the text that it was typed in
    this.editable = new CM.Compartment();
    // One and the same each time it is asked for, else the editor takes it for another source.
    const data = [{ autocomplete: (context) => this.complete(context) }];
    const extensions = [
      marks,
      CM.EditorState.languageData.of(() => data),
      CM.hoverTooltip((view, at) => this.explain(at), { hideOnChange: true }),
      CM.EditorState.phrases.of(this.phrases),
      CM.EditorView.contentAttributes.of({ "aria-label": this.label }),
      CM.Prec.highest(this.editable.of(CM.EditorView.editable.of(this.writable))),
      CM.EditorView.updateListener.of((update) => this.onUpdate(update)),
    ];
    this.view.dispatch({ effects: CM.StateEffect.appendConfig.of(extensions) });
    const [first, now] = [CM.Text.of(area.value.split("\n")), this.view.state.doc];
    // Somebody has typed before we were there.
    if (!now.eq(first)) this.tell(CM.ChangeSet.of({ from: 0, to: first.length, insert: now }, first.length));
    this.begin();
  },
  methods: {
    // What the server needs to know which text is spoken of.
    state() {
      return { version: this.version, number: this.number };
    },
    onUpdate(update) {
      if (update.docChanged && !update.transactions[0].annotation(fromServer)) this.tell(update.changes);
      if (update.docChanged || update.selectionSet) this.tellPlace();
    },
    tell(changes) {
      this.number += 1;
      this.pending.push([this.number, changes]);
      this.$emit("typed", { ...this.state(), changes: changes.toJSON() });
    },
    // The whole text, where the server cannot know it from our changes.
    tellWhole() {
      this.number += 1;
      this.$emit("whole", { ...this.state(), text: this.view.state.doc.toString() });
    },
    know(taken) {
      this.pending = this.pending.filter(([number]) => number > taken);
    },
    // A change by the server of the text that it knows; what was typed since is kept.
    async change({ version, taken, length, ...theirs }) {
      await this.ready;
      this.know(taken);
      this.version = version;
      const mine = this.pending.map(([, changes]) => changes).reduce((all, next) => all.compose(next),
        CM.ChangeSet.empty(this.pending.length ? this.pending[0][1].length : this.view.state.doc.length));
      // What people see is what counts.
      if (mine.length !== length) return this.tellWhole();
      const changes = CM.ChangeSet.of(theirs, length);
      this.view.dispatch({ changes: changes.map(mine), annotations: fromServer.of(true) });
      if (!this.pending.length) return;
      this.tellWhole();
      this.pending = [[this.number, mine.map(changes, true)]];
    },
    // An answer comes after all changes that were made before the question: both go the same way.
    ask(kind, at) {
      const id = ++this.asked;
      this.$emit("ask", { ...this.state(), id, kind, at });
      return new Promise((resolve) => this.waiting.set(id, resolve));
    },
    answer(id, value) {
      this.waiting.get(id)?.(value);
      this.waiting.delete(id);
    },
    async complete(context) {
      if (!context.explicit && !context.matchBefore(/[^\s]+|: |\[|\{/)) return null;
      const found = await this.ask("complete", context.pos);
      return found && { from: found.from, to: found.to, options: found.options };
    },
    async explain(at) {
      const found = await this.ask("explain", at);
      if (!found) return null;
      const dom = Object.assign(document.createElement("div"), { className: "explanation", textContent: found.text });
      return { pos: found.from, end: found.to, above: true, create: () => ({ dom }) };
    },
    tellPlace() {
      clearTimeout(this.later);
      // Nobody is in it while the form or the disk changes its text; what it holds then is not asked for.
      this.later = setTimeout(() => {
        if (this.view.hasFocus) this.$emit("place", { ...this.state(), at: this.view.state.selection.main.head });
      }, 80);
    },
    // Marks of a text that somebody has typed on since are of no use; others follow.
    async mark(found, version, taken) {
      await this.ready;
      this.know(taken);
      if (version !== this.version || this.pending.length) return;
      this.view.dispatch({ effects: setMarks.of(CM.Decoration.set(found.map(markOf), true)) });
    },
    async choose(from, to) {
      await this.ready;
      const length = this.view.state.doc.length;
      const selection = { anchor: Math.min(from, length), head: Math.min(to, length) };
      const effects = CM.EditorView.scrollIntoView(selection.anchor, { y: "center" });
      this.view.dispatch({ selection, effects });
      this.view.focus();
    },
    onKey(event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      this.$emit("save");
    },
  },
};
