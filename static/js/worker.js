// The worker of phones: keeps what was read, and holds what could not be sent. It knows no page:
// the server says what may be kept (X-Keep) and shown again at once (X-Fresh), whose phone this is
// (X-Phone), and which form may wait (its field `_later`).
(() => {
  const PAGES = "pages"; // what everybody may read
  const OWN = "own"; // what the one person reads whose phone this is
  const FILES = "files"; // scripts, letters, sounds
  const SHELL = "shell"; // the page without network, and whose phone this is
  const WAITING = "waiting"; // what is to be sent
  const MOST = { pages: 1200000, own: 200000, files: 400000 }; // bytes: 2 MB with the rest
  const DAY = 864e5;
  const OLD = 30 * DAY; // what waited longer leaves at a new press alone
  const SLOW = 10000; // ms after which a page that was kept is better than none
  const PATIENCE = 20000; // ms for something to be sent
  const ANY = { ignoreVary: true };
  const active = new Set(); // keys of what is being sent now, and of pages that were cut
  let changed = 0; // when someone last pressed something here: what was asked before is not kept
  let flushing;

  const open = (name) => caches.open(name);
  const root = (key) => (/^\/(simple|[a-z]{2})(?=\/|$)/.exec(key) || [""])[0]; // its language
  const shellOf = (key) => root(key) + "/sans-reseau";
  const keyOf = (url) => url.pathname + url.search;
  const isPage = (answer) => /html/.test(answer.headers.get("content-type"));
  const quiet = () => {};
  const pause = (time = 1000) => new Promise((done) => { setTimeout(done, time); });

  // ---- whose phone this is
  const read = async (place, none) => {
    const told = await (await open(SHELL)).match(place);
    return told ? told.text() : none;
  };
  const phone = () => read("/phone", "none");
  const write = async (place, text) => (await open(SHELL)).put(place, new Response(text));
  // From now on, what a page said before may be true no more.
  const change = () => write("/changed", changed = Date.now());
  const give = async (owner) => {
    await change();
    await caches.delete(OWN);
    await write("/phone", owner);
  };
  const belongs = async (owner) => {
    const known = await phone();
    if (owner !== known && known !== "left") await give(owner);
  };

  // ---- what is kept
  const titleIn = (html) => (/<title>([^]*?)( ·|<)/.exec(html) || ["", ""])[1];
  const stamped = (answer, body, ahead) => {
    const headers = new Headers(answer.headers);
    headers.delete("vary");
    headers.set("x-seen", Date.now());
    if (ahead) headers.set("x-ahead", 1);
    headers.set("x-size", body.byteLength);
    if (isPage(answer)) headers.set("x-title", encodeURIComponent(titleIn(new TextDecoder().decode(body))));
    return new Response(body, { headers });
  };
  const titleOf = (kept) => decodeURIComponent(kept.headers.get("x-title") || "");
  const all = async (name) => { // the newest first
    const cache = await open(name);
    const keys = (await cache.keys()).reverse();
    return Promise.all(keys.map(async (key) => ({ key, kept: await cache.match(key, ANY) })));
  };
  const sizeOf = ({ kept }) => Number(kept.headers.get("x-size"));
  const trim = async (name, most) => {
    let left = most;
    for (const one of await all(name)) {
      left -= sizeOf(one);
      if (left < 0) await (await open(name)).delete(one.key, ANY);
    }
  };
  const keep = async (name, key, answer, ahead) => {
    const body = await answer.arrayBuffer();
    if (body.byteLength > MOST[name] / 2) return;
    const cache = await open(name);
    await cache.delete(key, ANY); // so that it becomes the newest
    try {
      await cache.put(key, stamped(answer, body, ahead));
    } catch {
      await trim(name, MOST[name] / 4);
    }
    await trim(name, MOST[name]);
  };
  const note = async (answer, key, asked, ahead) => {
    const owner = answer.headers.get("x-phone");
    if (answer.status > 499 || asked < changed) return;
    if (owner && owner !== "?") await belongs(owner);
    if (answer.headers.get("x-fresh") === "0") await change();
    let kept = answer.headers.get("x-keep");
    if (kept === OWN && !/^own/.test(await phone())) kept = "";
    for (const name of [PAGES, OWN]) if (name !== kept) await (await open(name)).delete(key, ANY);
    if (kept) await keep(kept, key, answer, ahead);
  };
  // The page without network, in each language that is read here, with its scripts.
  const shell = async (key) => {
    const cache = await open(SHELL);
    const known = await cache.match(key);
    if (known && Date.now() - known.headers.get("x-seen") < DAY) return;
    const answer = await fetch(key);
    if (!answer.ok || answer.redirected) return;
    const body = await answer.arrayBuffer();
    for (const [, script] of new TextDecoder().decode(body).matchAll(/ (?:src|data-player)="(\/static\/[^"]+)"/g)) {
      if (!await caches.match(script)) await cache.add(script);
    }
    await cache.put(key, stamped(answer, body));
  };

  // ---- what is shown without network
  const when = (kept, lang, how) => new Date(Number(kept.headers.get("x-seen"))).toLocaleString(lang, how);
  const langIn = (html) => (/data-lang="([^"]+)"/.exec(html) || [])[1];
  const dated = async (answer, key) => {
    const words = await (await open(SHELL)).match(shellOf(key));
    const html = words ? await words.text() : "";
    const line = /<template id="seen"[^>]*>([^]*?)<\/template>/.exec(html);
    if (!line) return answer;
    const day = when(answer, langIn(html), { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
    const text = (await answer.text()).replace('<main id="main">', (start) => start + line[1].replace("{}", day));
    return new Response(text, { headers: answer.headers });
  };
  const find = async (key, names) => {
    for (const name of names) {
      const cache = await open(name);
      const found = await cache.match(key, ANY);
      if (found) return found;
      // An offer is the same whatever search led to it.
      const other = /\/offres\/./.test(key) && await cache.match(key, { ignoreVary: true, ignoreSearch: true });
      if (other) return other;
    }
    return null;
  };
  const copy = async (key, names) => {
    const found = await find(key, names);
    return found && isPage(found) ? dated(found, key) : found;
  };
  const safe = (text) => text.replace(/[<&"]/g, (sign) => `&#${sign.charCodeAt()};`);
  // The page without network, filled in; in the place of another one, it says so.
  const without = async (key) => {
    const cache = await open(SHELL);
    const found = await cache.match(shellOf(key)) || await cache.match("/sans-reseau");
    if (!found) return new Response("À deux pas : pas de réseau.");
    let html = (await found.text()).replace(/ data-kept hidden/g, "");
    // "Écouter" on a page that was never heard: the player alone.
    if (/\/ecouter\/phrases/.test(key)) return new Response(/id="said">(.*?)<\/script>/.exec(html)[1]);
    const lang = langIn(html);
    const fill = (id, list) => {
      html = html.replace(new RegExp(`<template id="${id}">([^]*?)</template>`), (whole, model) => list
        .map((values) => model.replace(/{(\w+)}/g, (hole, name) => values[name] || "")).join(""));
    };
    const pages = [...await all(OWN), ...await all(PAGES)];
    const ahead = ({ kept }) => kept.headers.get("x-ahead"); // nobody has read it yet
    const shown = pages.filter(({ kept }) => isPage(kept)).sort((one, other) => ahead(one) - ahead(other));
    fill("page", shown.map((one) => ({
      url: safe(one.key.url),
      title: titleOf(one.kept) || safe(one.key.url),
      at: ahead(one) ? "" : " · " + when(one.kept, lang, { dateStyle: "short", timeStyle: "short" }),
    })));
    const size = [...pages, ...await all(FILES)].reduce((sum, one) => sum + sizeOf(one), 0);
    const items = await waiting();
    for (const state of ["wait", "door", "refused", "sent"]) {
      fill(state, items.filter((item) => item.state === state).map((item) => ({
        key: item.key,
        label: safe(item.label),
        why: item.why,
        url: safe(item.to || item.url),
        words: /^shared/.test(item.phone) ? "" : safe([...new URLSearchParams(item.body)]
          .filter(([name]) => name[0] !== "_").map(([, text]) => text).join(" · ")),
      })));
    }
    if (items.length) html = html.replace('id="nothing"', 'id="nothing" hidden');
    const show = (id) => { html = html.replace(`id="${id}" hidden`, `id="${id}"`); };
    if (!/\/sans-reseau/.test(key)) show("missing");
    if (/lost=/.test(key)) show("lost");
    const form = /^(.*\/offres\/\w+)\/interesse/.exec(key);
    const offer = form && await find(form[1], [PAGES]);
    if (form) show("ask");
    html = html.replace('href="#missing"', () => `href="${safe(key)}"`)
      .replace("{size}", Math.ceil(size / 1000))
      .replace(/{offer}/g, () => (offer ? titleOf(offer) : ""));
    return new Response(html, { headers: found.headers });
  };

  // ---- reading
  const get = async (event) => {
    if (await phone() !== "left") return await event.preloadResponse || fetch(event.request);
    await flush().catch(quiet); // who left without network is not seen again by the next one
    const gone = await phone() !== "left";
    return fetch(event.request.url, { credentials: gone ? "same-origin" : "omit", redirect: "manual" });
  };
  // A page seen a moment ago shows at once, and comes anew for the next time: as long as the server
  // says, where there is a network, and where nobody pressed anything meanwhile.
  const recent = async (event, key) => {
    const found = event.request.cache === "default" && navigator.onLine && await (await open(PAGES)).match(key, ANY);
    if (!found) return found;
    const seen = Number(found.headers.get("x-seen"));
    const old = Date.now() - seen > 1000 * found.headers.get("x-fresh");
    return !old && seen > await read("/changed", 0) && found;
  };
  const page = async (event, url) => {
    const key = keyOf(url);
    const asked = Date.now();
    if (url.pathname === shellOf(key) && await (await open(SHELL)).match(url.pathname)) {
      await Promise.race([flushing, pause()]).catch(quiet); // what leaves now may have left
      event.waitUntil(Promise.all([shell(url.pathname), flush()]).catch(quiet));
      return without(key);
    }
    const coming = get(event).then((answer) => {
      if (answer.status > 501) throw answer;
      // The network goes in the middle of a page: once, rather the one kept, or the page without.
      event.waitUntil(answer.clone().arrayBuffer().then(() => active.delete(key), async () => {
        if (active.has(key)) return;
        active.add(key);
        await pause(); // until there is a page to be taken elsewhere
        await (await clients.get(event.resultingClientId)).navigate(key);
      }));
      event.waitUntil(note(answer.clone(), key, asked)
        .then(() => answer.ok && Promise.all([flush(), shell(shellOf(key))])).catch(quiet));
      return answer;
    });
    const known = await recent(event, key);
    if (known) {
      event.waitUntil(coming.catch(quiet));
      return known;
    }
    try {
      return await Promise.race([coming, pause(SLOW).then(() => copy(key, [PAGES])).then((kept) => kept || coming)]);
    } catch (fault) {
      return await copy(key, [OWN, PAGES]) || (fault instanceof Response ? fault : without(key));
    }
  };
  const file = async (event) => {
    const address = event.request.url;
    const known = await caches.match(address, ANY);
    if (known) return known;
    const answer = await fetch(address);
    const immutable = /immutable/.test(answer.headers.get("cache-control"));
    if (answer.ok && immutable) event.waitUntil(keep(FILES, address, answer.clone()).catch(quiet));
    return answer;
  };
  // A sound comes whole, once; the player is given the part that it asks for.
  const sound = async (event) => {
    const answer = await file(event);
    const asked = /bytes=(\d+)-(\d*)/.exec(event.request.headers.get("range"));
    if (!asked || !answer.ok) return answer;
    const body = await answer.arrayBuffer();
    const end = asked[2] ? Number(asked[2]) : body.byteLength - 1;
    const headers = new Headers(answer.headers);
    headers.set("content-range", `bytes ${asked[1]}-${end}/${body.byteLength}`);
    headers.delete("content-length");
    return new Response(body.slice(asked[1], end + 1), { status: 206, headers });
  };

  // ---- sending, once: now, or when the network is back
  const place = (item) => "/waiting/" + item.key;
  const hold = async (item, more) => (await open(WAITING))
    .put(place(item), new Response(JSON.stringify(Object.assign(item, more))));
  const drop = async (item) => (await open(WAITING)).delete(place(item));
  const waiting = async () => {
    const items = await Promise.all((await all(WAITING)).map(({ kept }) => kept.json()));
    return items.map((item) => Object.assign({ state: "wait" }, item)).sort((one, other) => one.at - other.at);
  };
  const tell = async () => {
    const count = (await waiting()).filter((item) => item.state !== "sent").length;
    try {
      await (count ? navigator.setAppBadge(count) : navigator.clearAppBadge());
    } catch { /* no badge on this phone */ }
    for (const one of await clients.matchAll()) one.postMessage(WAITING);
  };
  const ask = async (item) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const answer = await fetch(item.url, {
        method: "POST",
        body: item.body,
        signal: stop.signal,
        headers: { "content-type": "application/x-www-form-urlencoded", "idempotency-key": item.key, "x-phone": item.phone },
      });
      if (answer.status === 429 || answer.status > 499) throw answer;
      return answer;
    } finally {
      clearTimeout(timer);
    }
  };
  const isLeaving = (item) => /\/sortir$/.test(item.url);
  const settle = async (item, answer) => {
    const to = answer.headers.get("x-to") || "";
    if (isLeaving(item)) {
      await give("none");
      await drop(item);
    } else if (answer.status === 409 || /\/connexion\b/.test(to)) {
      await hold(item, { state: "door" });
    } else if (answer.ok) {
      await hold(item, { state: "sent", body: "", to: /^shared/.test(item.phone) ? "" : to });
    } else {
      await hold(item, { state: "refused", why: titleIn(await answer.clone().text()) });
    }
  };
  // Throws where nobody knows what became of it: then it stays.
  const send = async (item) => {
    active.add(item.key);
    try {
      const answer = await ask(item);
      await settle(item, answer);
      return answer;
    } finally {
      active.delete(item.key);
    }
  };
  const empty = async () => {
    let fault;
    let news;
    for (const item of await waiting()) {
      const old = Date.now() - item.at;
      if (item.state === "sent" && old > DAY) await drop(item);
      const ready = item.state === "wait" || (item.state === "door" && await phone() !== "none");
      if (ready && old < OLD && !active.has(item.key)) {
        try {
          await send(item);
          news = true;
        } catch (trouble) {
          fault = trouble;
          if (!(trouble instanceof Response)) break; // no network: not for the others either
        }
      }
    }
    if (news) await tell();
    if (fault) throw fault; // so that the phone tries again
  };
  function flush() {
    if (!flushing) flushing = empty().finally(() => { flushing = null; });
    return flushing;
  }
  const acts = { // of the page without network
    drop: (key) => drop({ key }),
    send: () => flush().catch(quiet),
    room: () => Promise.all([PAGES, OWN, FILES].map((name) => caches.delete(name))),
  };
  const sent = async (event, url) => {
    const { request } = event;
    const key = keyOf(url);
    const form = /urlencoded/.test(request.headers.get("content-type"));
    const body = form ? await request.clone().text() : "";
    const fields = new URLSearchParams(body);
    if (key === shellOf(key)) {
      for (const [name, value] of fields) await acts[name](value);
      await tell();
      return Response.redirect(key, 303);
    }
    const item = { state: "wait", url: key, body, label: fields.get("_later"), at: Date.now(), phone: await phone() };
    await change();
    if (isLeaving(item)) await give("left");
    if (!item.label) return fetch(request).catch(() => Response.redirect(shellOf(key) + "?lost=1#lost", 303));
    item.key = crypto.getRandomValues(new Uint32Array(4)).join("-");
    await hold(item);
    try {
      const answer = await send(item);
      const to = answer.headers.get("x-to");
      if (item.state !== "door") await drop(item);
      await tell();
      return to ? Response.redirect(to, 303) : answer;
    } catch (fault) {
      try {
        await registration.sync.register(WAITING);
      } catch { /* then it leaves at the next opening */ }
      await tell();
      return Response.redirect(shellOf(key) + "#a-envoyer", 303);
    }
  };

  // ---- what the phone asks of the worker
  const answerOf = (event, url) => {
    const { request } = event;
    if (request.mode === "navigate") return request.method === "POST" ? sent(event, url) : page(event, url);
    if (request.method !== "GET") return null;
    if (url.pathname.startsWith("/static/")) return file(event);
    if (/\/son\//.test(url.pathname)) return sound(event);
    return /\/(ecouter\/phrases|sans-reseau)$/.test(url.pathname) ? page(event, url) : null;
  };
  addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    const answer = url.origin === location.origin && answerOf(event, url);
    if (!answer) return;
    event.waitUntil(answer.catch(quiet)); // to its end, even if the page is closed meanwhile
    event.respondWith(answer);
  });
  addEventListener("sync", (event) => event.waitUntil(flush()));
  addEventListener("message", (event) => {
    if (event.data === WAITING) event.waitUntil(flush().catch(quiet));
    if (!event.data.seen) return;
    const key = keyOf(new URL(event.data.seen)); // the page that was open before the worker came
    const asked = Date.now();
    const ahead = !event.source.url.endsWith(key); // or one that a page is a list of
    event.waitUntil((async () => {
      if (ahead && await find(key, [PAGES])) return;
      await note(await fetch(key), key, asked, ahead);
      await shell(shellOf(key));
    })().catch(quiet));
  });
  addEventListener("push", (event) => {
    const { title, body, lang, dir, ref, url } = event.data.json();
    const shown = { body, lang, dir, tag: ref, data: url, icon: "/static/icons/icon-192.png" };
    event.waitUntil(Promise.all([
      registration.showNotification(title, shown),
      fetch("/push/recu", { method: "POST", body: new URLSearchParams({ ref }) }).catch(quiet),
    ]));
  });
  addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(clients.openWindow(event.notification.data));
  });
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(Promise.all([
    clients.claim(),
    registration.navigationPreload && registration.navigationPreload.enable(),
  ])));
})();
