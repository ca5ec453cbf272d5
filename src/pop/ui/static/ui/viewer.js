// Looking closely: OpenSeadragon is brought when somebody first asks to enlarge a picture, under
// controls of ours, in place. Without this file a picture leads to a larger one.
//
// Markup (diffusion/pictures.html): [data-library] around figures whose link bears data-service,
// the address of an IIIF image. The address bar says what is seen: ?image=2&region=x,y,w,h.

const gallery = document.querySelector("[data-library]");
const figures = [...(gallery?.querySelectorAll("figure:has([data-service])") ?? [])];
const link = (figure) => figure.querySelector("[data-service]");
const caption = (figure) => figure.querySelector("img").alt;

let library;
let opened;

for (const figure of figures) {
  const button = element("button", "button picture-zoom no-print", "Agrandir ici");
  button.type = "button";
  const hidden = element("span", "visually-hidden", ` : ${caption(figure)}`);
  button.append(hidden);
  button.addEventListener("click", () => open(figure));
  link(figure).after(button);
  link(figure).addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(figure);
  });
}

const asked = new URLSearchParams(location.search);
const wanted = figures[(Number(asked.get("image")) || 1) - 1];
if (wanted && asked.has("region")) open(wanted, asked.get("region").split(",").map(Number));

async function open(figure, region) {
  await bring();
  opened?.close(false);
  opened = new Viewer(figure, region);
}

function bring() {
  library ??= new Promise((done, failed) => {
    // OpenSeadragon writes a style sheet into the page unless it finds one so named; the page
    // allows none (Content-Security-Policy), and viewer.css says the same.
    const marker = document.createElementNS("urn:pop", "style");
    marker.setAttribute("data-openseadragon-mobile-css", "");
    document.head.append(marker);
    const script = document.createElement("script");
    script.src = gallery.dataset.library;
    script.addEventListener("load", () => {
      // What it thinks aloud (a tile that comes after the picture is closed) is nobody's business.
      const quiet = ["log", "debug", "info", "warn", "error", "assert"].map((name) => [name, () => {}]);
      OpenSeadragon.console = Object.fromEntries(quiet);
      done();
    });
    script.addEventListener("error", failed);
    document.head.append(script);
  });
  return library;
}

function element(name, classes = "", text = "") {
  const made = document.createElement(name);
  made.className = classes;
  if (text) made.textContent = text;
  return made;
}

class Viewer {
  constructor(figure, region) {
    this.figure = figure;
    this.stages = [];
    this.box = element("div", "viewer no-print");
    this.box.setAttribute("role", "group");
    this.box.setAttribute("aria-label", `Image agrandie : ${caption(figure)}`);
    this.tools = element("div", "viewer-tools");
    this.places = element("div", "viewer-stages");
    this.voice = element("p", "viewer-said");
    this.voice.setAttribute("role", "status");
    this.help = element(
      "p",
      "viewer-help",
      "Au clavier, dans l’image : flèches pour se déplacer, + et − pour grossir ou réduire, " +
        "0 pour la voir entière, R pour la tourner, Échap pour refermer.",
    );
    this.help.id = "aide-image";
    this.box.append(this.places, this.tools, this.voice, this.help);
    this.addTools();
    link(figure).hidden = true;
    this.zoomButton = figure.querySelector(".picture-zoom");
    this.zoomButton.hidden = true;
    link(figure).before(this.box);
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !document.fullscreenElement) this.close();
    });
    this.show(figure, region);
    this.box.scrollIntoView({ block: "nearest" });
  }

  addTools() {
    const add = (text, act) => {
      const button = element("button", "button", text);
      button.type = "button";
      button.addEventListener("click", act);
      this.tools.append(button);
      return button;
    };
    add("Grossir", () => this.zoom(1.6));
    add("Réduire", () => this.zoom(1 / 1.6));
    add("Vue entière", () => this.active.viewport.goHome());
    add("Tourner", () => this.active.viewport.rotateBy(90));
    if (document.fullscreenEnabled) {
      add("Plein écran", () =>
        document.fullscreenElement ? document.exitFullscreen() : this.box.requestFullscreen(),
      );
    }
    add("Copier le lien vers cette vue", () => this.copy());
    if (figures.length > 1) this.addComparison();
    this.closing = add("Refermer", () => this.close());
  }

  addComparison() {
    const label = element("label", "viewer-beside", "Comparer avec ");
    const choice = element("select");
    choice.append(new Option("aucune autre image", ""));
    figures.forEach((figure, number) => {
      if (figure !== this.figure) {
        choice.append(new Option(`${number + 1}. ${caption(figure)}`, String(number)));
      }
    });
    choice.addEventListener("change", () => {
      for (const other of this.stages.splice(1)) this.remove(other);
      if (choice.value) this.show(figures[Number(choice.value)]);
      this.say(choice.value ? "Deux images côte à côte." : "Une seule image.");
    });
    label.append(choice);
    this.tools.append(label);
  }

  show(figure, region) {
    const place = element("div", "viewer-stage");
    this.places.append(place);
    const stage = OpenSeadragon({
      element: place,
      tileSources: `${link(figure).dataset.service}/info.json`,
      showNavigationControl: false,
      drawer: "canvas",
      animationTime: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 0.5,
      maxZoomPixelRatio: 3,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    });
    stage.figure = figure;
    stage.place = place;
    stage.canvas.setAttribute("role", "img");
    stage.canvas.setAttribute("aria-label", `${caption(figure)} (image que l’on peut agrandir)`);
    stage.canvas.setAttribute("aria-describedby", this.help.id);
    stage.canvas.addEventListener("focus", () => (this.active = stage));
    // The page scrolls by the wheel until the picture is chosen.
    stage.addHandler("canvas-scroll", (event) => {
      const chosen = stage.canvas === document.activeElement || document.fullscreenElement;
      event.preventDefaultAction = !chosen;
      event.preventDefault = Boolean(chosen);
    });
    stage.addHandler("open", () => {
      if (region?.length === 4 && region.every((n) => Number.isFinite(n) && n >= 0)) {
        const seen = stage.viewport.imageToViewportRectangle(new OpenSeadragon.Rect(...region));
        stage.viewport.fitBounds(seen, true);
      }
      if (stage === this.stages[0]) stage.canvas.focus({ preventScroll: true });
    });
    stage.addHandler("open-failed", () => this.say("Cette image ne peut pas être agrandie."));
    stage.addHandler("animation-finish", () => this.note(stage));
    this.stages.push(stage);
    this.active = stage;
  }

  zoom(by) {
    this.active.viewport.zoomBy(by);
    this.active.viewport.applyConstraints();
  }

  note(stage) {
    const zoom = stage.viewport.viewportToImageZoom(stage.viewport.getZoom());
    this.say(`Image vue à ${Math.round(zoom * 100)} %.`);
    if (stage === this.stages[0]) history.replaceState(null, "", this.address());
  }

  address() {
    const [stage] = this.stages;
    const size = stage.world.getItemAt(0)?.getContentSize();
    const seen = stage.viewport.viewportToImageRectangle(stage.viewport.getBounds());
    const address = new URL(location.href);
    if (!size) return address;
    const left = Math.max(0, Math.round(seen.x));
    const top = Math.max(0, Math.round(seen.y));
    const right = Math.min(size.x, Math.round(seen.x + seen.width));
    const bottom = Math.min(size.y, Math.round(seen.y + seen.height));
    address.searchParams.set("image", String(figures.indexOf(this.figure) + 1));
    address.searchParams.set("region", [left, top, right - left, bottom - top].join(","));
    return new URL(address.href.replaceAll("%2C", ","));
  }

  async copy() {
    const address = String(this.address());
    try {
      await navigator.clipboard.writeText(address);
      this.say("Le lien vers cette vue est copié.");
    } catch {
      history.replaceState(null, "", address);
      this.say("Le lien vers cette vue est dans la barre d’adresse.");
    }
  }

  say(words) {
    this.voice.textContent = words;
  }

  remove(stage) {
    stage.destroy();
    stage.place.remove();
    this.active = this.stages[0];
  }

  close(gives = true) {
    for (const stage of this.stages.splice(0)) this.remove(stage);
    this.box.remove();
    link(this.figure).hidden = false;
    this.zoomButton.hidden = false;
    const address = new URL(location.href);
    for (const name of ["image", "region"]) address.searchParams.delete(name);
    history.replaceState(null, "", address);
    opened = undefined;
    if (gives) this.zoomButton.focus();
  }
}
