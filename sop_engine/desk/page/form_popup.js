// A small window over the page, such as the menu of a row: the browser's own dialog, which keeps the focus inside,
// closes with Escape and gives the focus back.
export default {
  template: `
    <dialog class="popup" :aria-label="label" @click="clicked" @keydown="move">
      <div class="popup-inside"><slot></slot></div>
    </dialog>`,
  props: { label: String },
  methods: {
    open(beside) {
      this.$el.style.cssText = "";
      this.$el.showModal();
      const near = beside && document.getElementById(beside)?.getBoundingClientRect();
      if (!near) return;
      const { width, height } = this.$el.getBoundingClientRect();
      const left = Math.max(8, Math.min(near.right - width, innerWidth - width - 8));
      const top = Math.max(8, Math.min(near.bottom + 2, innerHeight - height - 8));
      this.$el.style.cssText = `margin: 0; left: ${left}px; top: ${top}px`;
    },
    close() {
      this.$el.close();
    },
    clicked(event) {
      // What ends it ends it at once: until the server has answered, the next key would still be heard here.
      if (event.target === this.$el || event.target.closest(".popup-end:enabled")) this.close();
    },
    move(event) {
      // What is being asked here is taken back here, not in the form behind it.
      if ((event.ctrlKey || event.metaKey) && ["z", "y"].includes(event.key.toLowerCase())) event.stopPropagation();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const buttons = [...this.$el.querySelectorAll("button.popup-item:not(:disabled)")];
      const at = buttons.indexOf(document.activeElement);
      if (!step || at < 0) return;
      event.preventDefault();
      buttons[(at + step + buttons.length) % buttons.length].focus();
    },
  },
};
