// What every page may need, in one small file that a phone fetches once; each part begins where its
// page has something for it.
(() => {
  const root = document.documentElement;
  const by = (id) => document.getElementById(id);
  const fetched = (source) => {
    const script = document.createElement("script");
    script.src = source;
    document.head.append(script);
    return script;
  };

  // On every page: the worker that keeps it, what waits to be sent, and what this page cost.
  (() => {
    const worker = window.caches && !root.dataset.off && navigator.serviceWorker;
    addEventListener("load", () => setTimeout(() => {
      const bytes = performance.getEntries().reduce((sum, one) => sum + (one.transferSize || 0), 0);
      const cost = by("cost");
      cost.textContent = cost.textContent.replace("{}", Math.ceil(bytes / 1000));
      cost.hidden = false;
      if (!worker) return;
      const known = worker.controller;
      worker.register("/service-worker.js").then(() => worker.ready).then((ready) => {
        // The page that was open before the worker came, and those that this one is a list of.
        const keep = [...(known ? [] : [location]), ...document.querySelectorAll("[data-keep] a")];
        keep.forEach(({ href }) => ready.active.postMessage({ seen: href }));
      }).catch(() => {}); // without it, everything still works with a network
    }));
    if (!worker) return;
    const count = () => caches.open("waiting").then((cache) => cache.keys()).then((keys) => { by("waiting").hidden = !keys.length; });
    // The list of what waits changes under the eyes: a reload would undo a press made meanwhile.
    const news = () => {
      count();
      if (!worker.controller || !/\/sans-reseau$/.test(location.pathname)) return;
      fetch(location.href).then((answer) => answer.headers.get("x-seen") && answer.text()).then((html) => {
        if (!html) return; // not from the phone's store: the worker of an earlier release
        const main = by("main");
        const { innerHTML } = new DOMParser().parseFromString(html, "text/html").getElementById("main");
        if (main.innerHTML !== innerHTML) main.innerHTML = innerHTML;
      }).catch(() => {});
    };
    news();
    worker.addEventListener("message", news);
    addEventListener("online", () => { if (worker.controller) worker.controller.postMessage("waiting"); });
    // A part of a page that cannot come: its whole page says why.
    addEventListener("htmx:sendError", (event) => { location.href = event.detail.pathInfo.requestPath; });
  })();

  // "Écouter": the player comes at the press; it is the press that lets the phone speak and play.
  (() => {
    const tool = by("listen");
    if (!tool) return;
    const phone = window.speechSynthesis;
    const { lang } = root;
    const voices = () => (phone ? phone.getVoices() : []); // asking also makes the phone look for them
    const look = () => {
      if (voices().some((voice) => voice.localService && voice.lang.slice(0, 2).toLowerCase() === lang)) tool.hidden = false;
    };
    look();
    if (tool.hidden && phone && phone.addEventListener) phone.addEventListener("voiceschanged", look);
    tool.addEventListener("click", (press) => {
      if (press.ctrlKey || press.metaKey || press.shiftKey) return;
      press.preventDefault();
      if (phone && !phone.speaking) phone.speak(new SpeechSynthesisUtterance(""));
      if (tool.open) { tool.open(); return; }
      if (tool.audio) return;
      tool.audio = new Audio();
      fetched(tool.dataset.player).onerror = () => { location.href = tool.href; };
    });
  })();

  // A remote control or a keyboard alone: on a wide screen without touch, or with ?ecran=tele, the
  // arrows move the focus in the order of reading, and the page moves where there is text to read.
  (() => {
    const wide = matchMedia("(min-width: 60em) and (hover: none)").matches && !navigator.maxTouchPoints;
    if (!root.classList.contains("screen-tv") && !wide) return;
    const PRESSED = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const near = 8; // pixels by which things of one row may differ
    const folded = (one) => one.closest("details:not([open]) > :not(summary)");
    const shown = (one) => !one.disabled && one.type !== "hidden" && !folded(one) && one.getClientRects().length > 0;
    const all = () => [...document.querySelectorAll(PRESSED)].filter(shown);
    const box = (one) => (one.closest("label") || one).getBoundingClientRect();
    const typed = (one) => one.matches("textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=file])");

    // One row down or up in the order of reading: there, what stands closest under or above.
    const row = (list, at, step) => {
      const from = box(list[at]);
      const away = (one) => (step > 0 ? box(one).top - from.bottom : from.top - box(one).bottom) >= -near;
      const others = step > 0 ? list.slice(at + 1) : list.slice(0, at).reverse();
      const first = others.find(away);
      if (!first) return others[0];
      const middle = (one) => Math.abs(box(one).left + box(one).width / 2 - from.left - from.width / 2);
      const same = others.filter((one) => away(one) && Math.abs(box(one).top - box(first).top) < near);
      return same.reduce((best, one) => (middle(one) < middle(best) ? one : best));
    };

    const move = (step, rows) => {
      const list = all();
      const at = list.indexOf(document.activeElement);
      const next = at < 0 ? list.find((one) => by("main").contains(one)) : rows ? row(list, at, step) : list[at + step];
      if (!next) return;
      const { top, bottom } = box(next);
      const page = innerHeight;
      if (rows && at >= 0 && (step > 0 ? top > page * 1.2 : bottom < -page * .2)) { // words in between
        scrollBy(0, step * page * .7);
        return;
      }
      next.focus({ preventScroll: true });
      if (top < page * .1 || bottom > page * .85) scrollBy(0, top - page * .4);
    };

    addEventListener("keydown", (press) => {
      if (press.ctrlKey || press.altKey || press.metaKey || press.shiftKey || press.defaultPrevented) return;
      const one = document.activeElement;
      const ltr = root.dir !== "rtl";
      const ways = { ArrowDown: [1, true], ArrowUp: [-1, true], ArrowRight: [ltr ? 1 : -1, false], ArrowLeft: [ltr ? -1 : 1, false] };
      const way = ways[press.key];
      if (press.key === "Enter" && one.matches("input[type=radio], input[type=checkbox]")) {
        one.click();
      } else if (!way || (one.matches("textarea, select") || (!way[1] && typed(one) && one.value))) {
        return;
      } else {
        move(...way);
      }
      press.preventDefault();
    });
  })();

  // "Près de moi": the place is asked only on that press, rounded to about 100 m, and never kept.
  (() => {
    const press = document.querySelector(".near");
    if (!press || !navigator.geolocation) return;
    const { form } = press;
    const { mot, ou, lat, lon } = form.elements;
    const says = form.querySelector(".says");
    const place = (here) => {
      for (const [field, value] of [[lat, here && here.latitude], [lon, here && here.longitude]]) {
        field.disabled = !here;
        field.value = here ? value.toFixed(3) : "";
      }
    };
    const found = ({ coords }) => {
      place(coords);
      ou.value = "";
      ou.placeholder = press.textContent.trim();
      says.textContent = press.dataset.found;
      if ((mot && mot.value) || !form.querySelector(".tiles")) form.submit();
    };
    const lost = () => {
      place(null);
      says.textContent = press.dataset.lost;
      ou.focus();
    };
    press.addEventListener("click", () => {
      says.textContent = press.dataset.asking;
      navigator.geolocation.getCurrentPosition(found, lost, { timeout: 10000, maximumAge: 300000 });
    });
    ou.addEventListener("input", () => { place(null); says.textContent = ""; });
    press.disabled = false;
  })();

  // The ruler of the settings: two lines around what is being read; it follows the finger, the mouse
  // and the focus, and lets every press through.
  (() => {
    if (!root.classList.contains("ruler-on")) return;
    const ruler = document.createElement("div");
    ruler.className = "ruler";
    ruler.setAttribute("aria-hidden", "true");
    const follow = (y) => { ruler.style.top = `${Math.max(0, y - ruler.offsetHeight / 2)}px`; };
    document.body.append(ruler);
    follow(innerHeight / 3);
    addEventListener("pointerdown", (at) => follow(at.clientY));
    addEventListener("pointermove", (at) => follow(at.clientY));
    addEventListener("focusin", ({ target }) => {
      const { top, height } = target.getBoundingClientRect();
      follow(top + height / 2);
    });
  })();

  // Who moves by the keyboard, or has just pressed one, sees the whole of each need: a browser leaves
  // one that is cut as it is.
  const whole = () => {
    const need = document.querySelector(".needs :focus");
    if (need) need.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  addEventListener("keyup", whole);
  addEventListener("htmx:afterSettle", whole);

  // "Sur mon écran": where the phone can do it by itself, the press does it; and no banner of the
  // browser says it before we do.
  const install = document.querySelector("[data-install]");
  addEventListener("beforeinstallprompt", (offer) => {
    offer.preventDefault();
    if (!install) return;
    install.addEventListener("click", (event) => {
      event.preventDefault();
      offer.prompt();
    });
  });
  // It is offered once: on the page where it first was, and on no other.
  if (install) {
    const here = location.pathname;
    try {
      localStorage.install = localStorage.install || here;
      install.parentNode.hidden = localStorage.install !== here;
    } catch { /* a phone that keeps nothing is asked again */ }
  }

  // "Imprimer": the button does what the menu of the browser does, so it shows only where it can.
  (() => {
    const press = document.querySelector("[data-print]");
    if (!press || !window.print) return;
    press.addEventListener("click", () => window.print());
    press.hidden = false;
  })();

  // The square on a paper card holds its code after a "#": write it in the form, take it off the address.
  (() => {
    const field = document.querySelector("[data-card-code]");
    const code = location.hash.slice(1);
    if (!field || !/^[a-z0-9]{8}$/i.test(code)) return;
    field.value = (code.slice(0, 4) + " " + code.slice(4)).toUpperCase();
    history.replaceState(null, "", location.pathname + location.search);
    const next = by("first_name");
    if (next) next.focus();
  })();

  // Notifications: asked of the phone at the press alone, then told to the site.
  (() => {
    const form = by("signal");
    const says = by("unable");
    if (!form || !navigator.serviceWorker || !window.PushManager) return;
    form.hidden = false;
    says.hidden = true;
    form.addEventListener("submit", (press) => {
      press.preventDefault();
      navigator.serviceWorker.ready
        .then(({ pushManager }) => pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.key }))
        .then((phone) => {
          const { endpoint, keys } = phone.toJSON();
          form.elements.endpoint.value = endpoint;
          form.elements.p256dh.value = keys.p256dh;
          form.elements.auth.value = keys.auth;
          form.submit();
        })
        .catch(() => { says.textContent = form.dataset.refused; says.hidden = false; });
    });
  })();
})();
