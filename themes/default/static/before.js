// Runs before the first paint: sets the colours that the reader has chosen, and leads a reader who
// comes to the site's bare address to the language that they have chosen.
(function () {
  'use strict';
  var root = document.documentElement;
  var here = document.currentScript;
  var isNew = false;
  var scheme = null;
  var lang = null;

  // With it the styles show what only works by script; a browser without dialogs is too old for it.
  if (window.HTMLDialogElement) root.classList.add('js');
  try {
    scheme = localStorage.getItem('shushuo-scheme');
    lang = localStorage.getItem('shushuo-lang');
    isNew = !sessionStorage.getItem('shushuo-visit');
    sessionStorage.setItem('shushuo-visit', '1');
  } catch (error) {
    // Storage may be switched off; then nothing is remembered.
  }
  if (scheme === 'light' || scheme === 'dark') root.setAttribute('data-scheme', scheme);

  // The font has a tenth of a second to be there for the first paint; a stand-in of its size stays
  // otherwise, so that nothing moves. Pages from a disk may not preload: there it is waited for,
  // which a disk makes short.
  var path = here.getAttribute('data-font');
  if (location.protocol !== 'file:') {
    var font = document.createElement('link');
    font.rel = 'preload';
    font.as = 'font';
    font.type = 'font/woff2';
    font.crossOrigin = 'anonymous';
    font.href = path;
    document.head.appendChild(font);
  } else if (window.FontFace) {
    var face = new FontFace(here.getAttribute('data-family'), 'url("' + path + '")', { weight: '600', display: 'block' });
    document.fonts.add(face);
    face.load().catch(function () {});
  }

  var other = here.getAttribute('data-other');
  if (other && lang === here.getAttribute('data-other-lang') && comesFromOutside()) {
    location.replace(other + location.hash);
  }

  // Within the site a reader goes where they want, whatever is remembered.
  function comesFromOutside() {
    var navigation = performance.getEntriesByType ? performance.getEntriesByType('navigation')[0] : null;
    if (navigation && navigation.type !== 'navigate') return false;
    if (!document.referrer) return isNew;
    return document.referrer.indexOf(new URL('.', location.href).href) !== 0;
  }
})();
