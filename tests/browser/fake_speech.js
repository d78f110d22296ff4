// A phone's voices, as tests need them: {names: [[lang, name, local]], late, ends, mute}.
// What is said is kept in window.heard; it takes 30 ms a sentence.
(settings) => {
  const voices = settings.voices.map(([lang, name, local]) => ({
    lang, name, voiceURI: name, localService: local, default: false,
  }));
  window.heard = [];
  class Utterance extends EventTarget {
    constructor(text) { super(); this.text = text; this.rate = 1; this.lang = ""; this.voice = null; }
  }
  let queue = [];
  let timer;
  const tell = (utterance, kind, more) => {
    const handler = utterance["on" + kind];
    if (handler) handler(Object.assign(new Event(kind), more));
  };
  const fake = new EventTarget();
  Object.assign(fake, {
    speaking: false,
    pending: false,
    getVoices: () => (settings.late && performance.now() < settings.late ? [] : voices),
    speak(utterance) {
      if (!utterance.text) return;
      window.heard.push({
        text: utterance.text, rate: utterance.rate, lang: utterance.lang,
        voice: utterance.voice && utterance.voice.name,
        mark: [...document.querySelectorAll("mark")].map((mark) => mark.textContent).join(""),
      });
      queue.push(utterance);
      fake.speaking = true;
      if (settings.fails) { timer = setTimeout(() => tell(utterance, "error", { error: settings.fails }), 10); return; }
      if (settings.silent) return;
      tell(utterance, "start");
      timer = setTimeout(() => { fake.speaking = false; queue = []; tell(utterance, "end"); }, settings.takes || 30);
    },
    cancel() {
      clearTimeout(timer);
      const cut = queue;
      queue = [];
      fake.speaking = false;
      cut.forEach((utterance) => setTimeout(() => tell(utterance, "error", { error: "interrupted" }), 1));
    },
    pause() { this.cancel(); },
    resume() {},
  });
  Object.defineProperty(window, "speechSynthesis", { value: fake, configurable: true });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance, configurable: true });
  if (settings.late) setTimeout(() => fake.dispatchEvent(new Event("voiceschanged")), settings.late);
}
