// A row of the grid, whose fields call it by its name: a row that gets another number is one change, not one a cell.
export default {
  template: "<tr><slot></slot></tr>",
  props: { name: String },
  provide() {
    return { row: this };
  },
  beforeUnmount() {
    // A row that goes with the focus in it leaves that to the form, which hears the next key too.
    if (this.$el.contains(document.activeElement)) this.$el.closest(".form-sheet").focus({ preventScroll: true });
  },
};
