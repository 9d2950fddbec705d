// The pages of the sheet: their SVG comes from our own writer, as text; symbols can be chosen by mouse and keyboard.
const symbolsOf = (root) => [...root.querySelectorAll("g.symbol[data-id]")];

function figureOf(label, svg) {
  const figure = document.createElement("figure");
  figure.className = "paper";
  figure.setAttribute("aria-label", label);
  // Read as XML, not as a page: nothing in it runs.
  figure.append(document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true));
  return figure;
}

export default {
  template: `<div class="sheet"></div>`,
  props: { first: String },
  mounted() {
    const first = document.getElementById(this.first);
    if (first) {
      this.$el.append(...first.querySelectorAll("figure"));
      first.remove();
    }
    this.$el.addEventListener("click", (event) => this.choose(event.target));
    this.$el.addEventListener("keydown", (event) => this.move(event));
    this.equip();
  },
  methods: {
    show(pages) {
      const figures = [...this.$el.children];
      pages.forEach((page, at) => {
        if (!page) return;
        const figure = figureOf(...page);
        if (figures[at]) figures[at].replaceWith(figure);
        else this.$el.append(figure);
      });
      figures.slice(pages.length).forEach((figure) => figure.remove());
      this.equip();
    },
    equip() {
      symbolsOf(this.$el).forEach((symbol, at) => {
        symbol.setAttribute("role", "button");
        symbol.setAttribute("tabindex", at ? "-1" : "0");
        symbol.setAttribute("aria-label", symbol.querySelector("title")?.textContent ?? symbol.dataset.id);
      });
      this.mark(this.marked);
    },
    mark(step) {
      this.marked = step;
      for (const symbol of symbolsOf(this.$el)) symbol.classList.toggle("marked", symbol.dataset.id === step);
    },
    choose(target) {
      const symbol = target.closest("g.symbol[data-id]");
      if (symbol) this.$emit("chosen", symbol.dataset.id);
    },
    move(event) {
      const symbols = symbolsOf(this.$el);
      const at = symbols.indexOf(document.activeElement);
      if (at < 0) return;
      if (event.key === "Enter" || event.key === " ") this.choose(symbols[at]);
      const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
      const next = symbols[at + (steps[event.key] ?? 0)];
      if (next && next !== symbols[at]) {
        symbols[at].setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus();
      } else if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
    },
  },
};
