// "Écouter": the player comes at the press; it is the press that lets the phone speak and play.
(() => {
  const tool = document.getElementById("listen");
  if (!tool) return;
  const phone = window.speechSynthesis;
  const { lang } = document.documentElement;
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
    const script = document.createElement("script");
    script.src = tool.dataset.player;
    script.onerror = () => { location.href = tool.href; };
    document.head.append(script);
  });
})();
