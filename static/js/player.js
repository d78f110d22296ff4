// The player: a page read sentence by sentence, by the phone's own voice first, else by the site's.
(() => {
  const tool = document.getElementById("listen");
  const { audio } = tool;
  const phone = window.speechSynthesis;
  const session = navigator.mediaSession || {}; // the buttons of the locked screen
  const main = document.getElementById("main");
  const title = document.querySelector("h1");
  const page = document.documentElement.lang;
  const CODES = { fr: "fra fre", en: "eng", es: "spa", pt: "por", tr: "tur", uk: "ukr", ar: "ara" };
  const SPEEDS = [0.6, 0.75, 0.9, 1, 1.15, 1.3];
  const KEPT = "listen";
  const FILES = audio.canPlayType('audio/ogg; codecs="opus"') ? ["ogg", "mp3"] : ["mp3"];
  const wants = document.documentElement.classList; // what was chosen in the settings
  const calm = wants.contains("still-on") || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const usual = wants.contains("voice-slow") ? 1 : wants.contains("voice-fast") ? 4 : 3;
  const link = navigator.connection || {};
  const saves = link.saveData || wants.contains("save-on");
  const onWifi = !saves && (link.type === "wifi" || link.type === "ethernet");

  let said = []; // {t: as written, s: as spoken, l: language, u: sound}
  let bar; // the player on the page
  let at = 0;
  let playing = false;
  let turn = 0; // grows at each new act: what an earlier one still says is not listened to
  let failures = 0;
  let bytes = 0; // of the site's sound of this page
  let follow = true; // scroll along, until the reader scrolls away
  let spoken; // kept, or Chrome forgets it in the middle of a sentence
  let waiting;
  let mark = [];
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(KEPT)) || {}; } catch { /* nothing is kept */ }

  const keep = (name, value) => {
    kept[name] = value;
    try { localStorage.setItem(KEPT, JSON.stringify(kept)); } catch { /* for this page only */ }
  };
  const part = (selector) => bar.querySelector(selector);
  const words = (name, values) => bar.dataset[name].replace(/\{(\w+)\}/g, (all, key) => values[key]);
  const speed = () => SPEEDS[kept.speed === undefined ? usual : kept.speed];

  // ---- voices: those that are in the phone, then the site's
  const speaks = (voice, lang) => {
    const code = voice.lang.toLowerCase().split(/[-_]/)[0];
    return code === lang || (CODES[lang] || "").split(" ").includes(code);
  };
  const inPhone = (lang) => (phone ? phone.getVoices().filter((voice) => voice.localService && speaks(voice, lang)) : []);
  const choices = () => [
    ...inPhone(page).map((voice) => voice.voiceURI),
    ...(said.some((one) => one.u) ? ["site"] : []),
  ];
  const chosen = () => {
    const all = choices();
    return all.includes(kept.voice) ? kept.voice : all[0];
  };
  const voiceFor = (one) => {
    const lang = one.l || page;
    const voices = inPhone(lang);
    const own = voices.find((voice) => voice.voiceURI === chosen());
    return chosen() === "site" && one.u ? null : own || voices[0] || null;
  };

  // ---- where a sentence stands: both texts without their spaces
  const texts = () => {
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) {
      if (!walk.currentNode.parentNode.closest("script, style, .player")) found.push(walk.currentNode);
    }
    return found;
  };
  const bare = (text) => text.replace(/\s+/g, "");
  const locate = () => {
    const all = bare(texts().map((node) => node.data).join(""));
    let from = 0;
    for (const one of said) {
      one.from = all.indexOf(bare(one.t), from);
      if (one.from >= 0) from = one.from + bare(one.t).length;
    }
  };
  const unmark = () => {
    for (const one of mark) {
      const above = one.parentNode;
      if (above) { one.replaceWith(...one.childNodes); above.normalize(); }
    }
    mark = [];
  };
  const show = (one) => {
    unmark();
    if (!(one.from >= 0)) return;
    const end = one.from + bare(one.t).length;
    let count = 0;
    for (const node of texts()) {
      const signs = [...node.data.matchAll(/\S/g)].map((sign) => sign.index);
      const first = signs[Math.max(0, one.from - count)];
      const last = signs[Math.min(signs.length, end - count) - 1];
      count += signs.length;
      if (first !== undefined && last !== undefined && last >= first && count > one.from) {
        const range = document.createRange();
        range.setStart(node, first);
        range.setEnd(node, last + 1);
        const box = document.createElement("mark");
        range.surroundContents(box);
        mark.push(box);
      }
      if (count >= end) break;
    }
    if (follow && mark[0]) reveal(mark[0]);
  };
  const reveal = (box) => {
    const { top, bottom } = box.getBoundingClientRect();
    const low = innerHeight - (document.querySelector(".bar") || { offsetHeight: 0 }).offsetHeight;
    if (top < bar.getBoundingClientRect().bottom || bottom > low) {
      box.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    }
  };

  // ---- what the player shows
  const draw = () => {
    const all = choices();
    const index = all.indexOf(chosen());
    const name = chosen() === "site" ? words("server") : words("phone", { n: inPhone(page).length > 1 ? index + 1 : "" });
    part(".where").textContent = words("where", { n: at + 1, all: said.length }) + (all.length ? ", " + name.trim() : "");
    // The site's sound costs data: its size is said before it is asked for.
    if (chosen() === "site" && !onWifi) part(".where").append(", " + words("size", { size: Math.round(bytes / 1000) }));
    part("[data-act=play]").hidden = playing;
    part("[data-act=pause]").hidden = !playing;
    part("[data-act=voice]").disabled = all.length < 2;
    part("[data-act=slower]").disabled = speed() === SPEEDS[0];
    part("[data-act=faster]").disabled = speed() === SPEEDS[SPEEDS.length - 1];
    session.playbackState = playing ? "playing" : "paused";
  };
  const trouble = () => {
    pause();
    part(".says").textContent = words("trouble");
  };

  // ---- saying
  const hush = () => {
    turn += 1;
    clearTimeout(waiting);
    audio.pause();
    if (phone) phone.cancel();
  };
  const say = () => {
    const quiet = phone && (phone.speaking || phone.pending);
    hush();
    playing = true;
    part(".says").textContent = "";
    const one = said[at];
    show(one);
    draw();
    const voice = voiceFor(one);
    if (!voice) { play(one, 0); return; }
    const mine = turn; // after it was silenced, a phone needs a moment before it speaks
    if (quiet) waiting = setTimeout(() => mine === turn && speak(one, voice), 100);
    else speak(one, voice);
  };
  const done = (mine) => {
    if (mine !== turn) return;
    failures = 0;
    if (at + 1 < said.length) { at += 1; say(); } else { pause(); at = 0; unmark(); draw(); }
  };
  const failed = (mine, retry) => {
    if (mine !== turn) return;
    hush();
    failures += 1;
    if (failures < 3 && retry) retry(); else trouble();
  };
  const lost = (mine, one) => { // this phone does not speak: the site goes on in its place
    if (one.u && mine === turn) kept.voice = "site";
    failed(mine, one.u && say);
  };
  const speak = (one, voice) => {
    const mine = turn;
    const text = one.s || one.t;
    spoken = new SpeechSynthesisUtterance(text);
    spoken.voice = voice;
    spoken.lang = voice.lang; // without it Android may take another language's voice
    spoken.rate = speed();
    spoken.onend = () => done(mine);
    spoken.onerror = (event) => {
      if (event.error === "not-allowed") { if (mine === turn) pause(); return; }
      lost(mine, one);
    };
    waiting = setTimeout(() => lost(mine, one), 2000 + (150 * text.length) / speed());
    phone.speak(spoken);
  };
  const address = (one, file) => tool.pathname.replace(/\/ecouter$/, "/son/") + one.u + "." + file;
  const play = (one, file) => {
    const mine = turn;
    if (!one.u) { waiting = setTimeout(() => done(mine), 300); return; } // no voice for this language: go on
    audio.onended = () => done(mine);
    audio.onerror = () => failed(mine, file + 1 < FILES.length ? () => play(one, file + 1) : () => play(one, file));
    audio.onplaying = () => { failures = 0; ahead(at + 1, FILES[file]); };
    audio.src = address(one, FILES[file]);
    audio.defaultPlaybackRate = speed();
    audio.playbackRate = speed();
    const begun = audio.play();
    if (begun) begun.catch((error) => { if (error.name === "NotAllowedError" && mine === turn) pause(); });
  };
  // Never on mobile data: what is not listened to would be paid for.
  const ahead = (index, file) => {
    if (onWifi && said[index] && said[index].u) fetch(address(said[index], file)).catch(() => {});
  };
  function pause() {
    hush();
    playing = false;
    draw();
  }
  const close = () => {
    if (!bar || !bar.isConnected) return;
    hush();
    playing = false;
    unmark();
    bar.remove();
    session.playbackState = "none";
  };
  const stop = () => {
    close();
    tool.focus();
  };
  const go = (step) => {
    at = Math.min(Math.max(at + step, 0), said.length - 1);
    follow = true;
    say();
  };
  const faster = (step) => {
    keep("speed", SPEEDS.indexOf(speed()) + step);
    if (playing && voiceFor(said[at])) say();
    audio.playbackRate = speed();
    audio.defaultPlaybackRate = speed();
    draw();
  };
  const acts = {
    play: () => { follow = true; say(); },
    pause,
    stop,
    back: () => go(-1),
    next: () => go(1),
    slower: () => faster(-1),
    faster: () => faster(1),
    voice: () => {
      const all = choices();
      keep("voice", all[(all.indexOf(chosen()) + 1) % all.length]);
      say();
    },
  };

  // ---- opening
  const onLockScreen = () => {
    if (!session.setActionHandler) return;
    session.metadata = new MediaMetadata({ title: title.textContent, artist: "À deux pas" });
    for (const [name, act] of [["play", "play"], ["pause", "pause"], ["previoustrack", "back"], ["nexttrack", "next"], ["stop", "stop"]]) {
      try { session.setActionHandler(name, acts[act]); } catch { /* this one is not known here */ }
    }
  };
  // Without network the site says no sentence: the phone reads the lines that show.
  const lines = () => main.innerText.split("\n").filter((line) => line.trim()).map((line) => ({ t: line }));
  const begin = (answer) => {
    ({ said } = answer);
    if (!said.length) said = lines();
    bytes = answer.bytes[FILES[0]];
    if (!bar) {
      const { sheet } = document.querySelector("style");
      sheet.insertRule("@media all{" + answer.css + "}", sheet.cssRules.length);
    }
    document.querySelector(".top").insertAdjacentHTML("afterend", answer.player);
    bar = document.querySelector(".player");
    bar.addEventListener("click", (press) => {
      const button = press.target.closest("[data-act]");
      if (!button) return;
      acts[button.dataset.act]();
      if (button.hidden) part(playing ? "[data-act=pause]" : "[data-act=play]").focus();
    });
    at = 0;
    failures = 0;
    locate();
    onLockScreen();
    draw();
    part("[data-act=play]").focus();
    if (!chosen()) trouble();
    else if (chosen() !== "site" || onWifi) { say(); part("[data-act=pause]").focus(); }
  };
  const voicesCome = () => new Promise((come) => {
    const left = 1500 - performance.now(); // the phone has looked for them since the page came
    if (!phone || phone.getVoices().length || left < 0) { come(); return; }
    if (phone.addEventListener) phone.addEventListener("voiceschanged", come, { once: true });
    setTimeout(come, left);
  });
  const sentences = () => {
    const here = document.getElementById("said");
    if (here) return Promise.resolve(JSON.parse(here.textContent));
    const before = tool.pathname.replace(/\/ecouter$/, "");
    const path = location.pathname.slice(before.length) || "/";
    const asked = tool.pathname + "/phrases?page=" + encodeURIComponent(path + location.search);
    return fetch(asked).then((answer) => {
      if (!answer.ok) throw new Error();
      return answer.json();
    });
  };
  tool.open = () => {
    if (bar && bar.isConnected) { acts[playing ? "pause" : "play"](); return; }
    tool.setAttribute("aria-busy", "true");
    Promise.all([sentences(), voicesCome()]).then(([answer]) => begin(answer)).catch(() => { location.href = tool.href; })
      .then(() => tool.removeAttribute("aria-busy"));
  };
  for (const moved of ["wheel", "touchmove"]) addEventListener(moved, () => { follow = false; }, { passive: true });
  // What is read is no more what is shown.
  addEventListener("pagehide", close);
  addEventListener("popstate", close);
  document.body.addEventListener("htmx:afterSwap", close);
  tool.open();
})();
