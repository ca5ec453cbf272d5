// On a narrow screen the filters are a panel, closed at first. Without this file they are open.

const panel = document.querySelector("details.panel");
if (panel && window.matchMedia("(max-width: 60em)").matches) panel.open = false;
