// A message is recorded, heard and sent in pieces; it stays in the phone until all of it has arrived.
(() => {
  const box = document.getElementById("voice");
  const media = navigator.mediaDevices;
  if (!box || !media || !window.MediaRecorder || !window.indexedDB) return;
  const data = box.dataset;
  const [says, audio] = box.querySelectorAll(".says, audio");
  const [talk, stop, send, again] = box.querySelectorAll("button");
  const most = data.seconds * 1000;
  let sound; // { blob, n: seconds, id: its name by chance, go: it was being sent }
  let ring = () => {}; // the network is back

  const show = (state, n) => {
    const at = state === "on" || state === "ready" ? state : "idle";
    for (const acts of box.querySelectorAll("[data-at]")) acts.hidden = state === "sending" || state === "cut" || acts.dataset.at !== at;
    audio.hidden = !sound;
    const words = data[state].replace("{n}", n).replace("{k}", sound && Math.max(1, Math.round(sound.blob.size / 1000)));
    if (says.textContent !== words) says.textContent = words;
  };

  // ---- kept in the phone, a day at most
  const store = (work) => new Promise((done) => {
    const open = indexedDB.open("voice", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("sounds");
    open.onerror = () => done();
    open.onsuccess = () => {
      const asked = work(open.result.transaction("sounds", "readwrite").objectStore("sounds"));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => done();
    };
  });
  const keep = () => store((sounds) => sounds.put({ ...sound, at: Date.now() }, data.name));
  const forget = () => store((sounds) => sounds.delete(data.name));
  const ready = () => {
    audio.src = URL.createObjectURL(sound.blob);
    show("ready", sound.n);
  };

  // ---- record
  talk.onclick = async () => {
    let stream;
    try {
      stream = await media.getUserMedia({ audio: { channelCount: 1 } });
    } catch { show("shut"); return; }
    const type = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"].find((one) => MediaRecorder.isTypeSupported(one));
    const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 14000 });
    const parts = [];
    const begun = Date.now();
    const left = () => Math.ceil((most - (Date.now() - begun)) / 1000);
    const end = () => { if (recorder.state !== "inactive") recorder.stop(); };
    const watch = setInterval(() => { if (left() > 0) show("on", left()); else end(); }, 250);
    let size = 0;
    recorder.ondataavailable = (event) => {
      parts.push(event.data);
      size += event.data.size;
      if (size > data.bytes * 0.95) end();
    };
    recorder.onstop = () => {
      clearInterval(watch);
      for (const track of stream.getTracks()) track.stop();
      sound = { blob: new Blob(parts, { type: recorder.mimeType }), n: Math.max(1, Math.round((Date.now() - begun) / 1000)), id: String(Math.random()).slice(2, 18).padEnd(16, begun) };
      keep();
      ready();
      send.focus();
    };
    recorder.start(1000);
    show("on", data.seconds);
    stop.onclick = end;
    stop.focus();
  };
  again.onclick = () => { sound = null; forget(); show("idle"); talk.focus(); };

  // ---- send: ask how much is there, go on from there, wait and try again
  const post = async (to, body) => {
    const abort = new AbortController();
    const late = setTimeout(() => abort.abort(), 20000);
    try {
      const answer = await fetch(to, { method: "POST", body, signal: abort.signal });
      if (answer.status < 500 && answer.status !== 429 && !answer.ok) return null;
      return answer.ok ? (await answer.json()).received : undefined;
    } catch { return undefined; } finally { clearTimeout(late); }
  };
  send.onclick = async () => {
    sound.go = true;
    keep();
    const { blob } = sound;
    let got = 0;
    for (let tries = 0, asked = true; got < blob.size;) {
      if (!tries) show("sending", Math.floor((got / blob.size) * 100));
      const now = await post(`${data.to}?empreinte=${sound.id}&taille=${blob.size}&debut=${got}`, asked ? "" : blob.slice(got, got + +data.piece));
      if (now === null) { sound.go = false; keep(); show("bad"); return; }
      asked = now === undefined;
      if (asked) {
        tries += 1;
        show("cut");
        await new Promise((done) => { ring = done; setTimeout(done, Math.min(15000, 1000 * 2 ** tries)); });
      } else { got = now; tries = 0; }
    }
    await forget();
    location.assign(data.then);
  };
  window.addEventListener("online", () => ring());

  // ---- what an earlier visit left here
  document.getElementById("file").hidden = true;
  box.hidden = false;
  show("idle");
  store((sounds) => sounds.get(data.name)).then((kept) => {
    if (!kept || Date.now() - kept.at > 864e5) return forget();
    sound = kept;
    ready();
    return kept.go && send.onclick();
  });
})();
