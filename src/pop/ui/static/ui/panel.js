// The panel of filters is closed at first on a narrow screen, and always open on a wide one: by
// style, or here in browsers that do not know how. Nothing moves once the page is shown.

const panel = document.querySelector("details.panel");
const styled = CSS.supports("selector(::details-content)");
if (panel && !styled && window.matchMedia("(min-width: 60em)").matches) panel.open = true;
