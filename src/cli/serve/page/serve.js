// In pages that `shushuo serve` shows, and in no others: hears of changes, loads the page again
// where it was, and shows what is wrong.
(function () {
  'use strict';
  var self = document.currentScript;
  var page = self.dataset.page;
  var digest = self.dataset.digest;
  var place = 'shushuo-place:' + location.pathname;
  // A page whose styles changed while it was being loaded hears of it when it connects.
  var state = { style: self.dataset.style };
  var panel = null;
  var events = null;
  var leaving = false;

  // The reader's place in the page: where it is scrolled to, and what is open.

  function remember() {
    var open = [];
    document.querySelectorAll('details').forEach(function (details, index) {
      if (details.open) open.push(index);
    });
    var kept = { x: scrollX, y: scrollY, open: open };
    try {
      sessionStorage.setItem(place, JSON.stringify(kept));
      // The browser's own memory lags behind, and would have the last word.
      history.scrollRestoration = 'manual';
    } catch (error) { /* no storage */ }
  }

  function restore() {
    var kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(place));
      sessionStorage.removeItem(place);
    } catch (error) { /* no storage */ }
    if (!kept) return;
    document.querySelectorAll('details').forEach(function (details, index) {
      details.open = kept.open.indexOf(index) >= 0;
    });
    scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
  }

  // The browser restores a place of its own until long after the page has been loaded; it may
  // again when the reader goes on to another page.
  addEventListener('pagehide', function () {
    if (!leaving) history.scrollRestoration = 'auto';
  });

  function reload() {
    leaving = true;
    remember();
    location.reload();
  }

  function swapStyles() {
    document.querySelectorAll('link[rel="stylesheet"]').forEach(function (old) {
      var address = new URL(old.href);
      if (address.origin !== location.origin) return;
      address.search = '?' + state.style;
      var link = old.cloneNode();
      link.href = address.href;
      link.addEventListener('load', function () { old.remove(); });
      link.addEventListener('error', function () { link.remove(); });
      old.after(link);
    });
  }

  // What is wrong, over the page and apart from its styles.

  function make(name, className, text) {
    var element = document.createElement(name);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function shadow() {
    if (panel) return panel;
    var host = document.createElement('shushuo-serve');
    panel = host.attachShadow({ mode: 'open' });
    document.documentElement.append(host);
    return panel;
  }

  function show(told) {
    var root = shadow();
    var was = root.querySelector('details');
    var styles = root.querySelector('link');
    if (!styles) {
      styles = document.createElement('link');
      styles.rel = 'stylesheet';
      styles.href = '/_shushuo/serve.css';
    }
    var bar = make('div', 'bar');
    told.files.forEach(function (file) { bar.append(link(file, 'file')); });
    if (told.side) bar.append(link({ name: told.words.side, href: told.side }, 'side'));
    var parts = [styles, bar];
    if (told.findings && digest !== 'waiting') parts.push(findings(told, was));
    root.replaceChildren.apply(root, parts);
  }

  function findings(told, was) {
    var box = make('details', told.errors ? 'findings errors' : 'findings');
    box.lang = document.documentElement.lang;
    // Errors open of themselves; what the author has closed stays closed while they are the same.
    var same = was && was.dataset.told === told.findings;
    box.open = same ? was.open : told.errors > 0;
    box.dataset.told = told.findings;
    var counts = [];
    if (told.errors) counts.push(told.words.errors);
    if (told.warnings) counts.push(told.words.warnings);
    box.append(make('summary', '', counts.join(' · ')));
    var body = make('div', 'body');
    body.innerHTML = told.findings;
    if (told.errors) body.prepend(make('p', 'beneath', told.words.beneath));
    box.append(body);
    return box;
  }

  function link(target, className) {
    var anchor = make('a', className, target.name);
    anchor.href = target.href;
    return anchor;
  }

  // Each card leads to the line that declares it. Its room is taken at once, so that nothing moves
  // when the server has said where that is.

  function cards() {
    var rooms = Array.from(document.querySelectorAll('article[id], .card[id]')).filter(
      function (card) { return /^[a-z0-9-]+$/.test(card.id); }
    ).map(function (card) {
      var room = document.createElement('shushuo-place');
      room.style.display = 'block';
      room.style.height = '24px';
      room.style.overflow = 'hidden';
      card.append(room);
      return { id: card.id, room: room };
    });
    if (!rooms.length) return;
    ask('places?ids=' + rooms.map(function (one) { return one.id; }).join(',')).then(
      function (places) {
        rooms.forEach(function (one) {
          if (places[one.id]) lead(one.room, places[one.id]);
          else one.room.remove();
        });
      }
    ).catch(function () { /* the page is being left */ });
  }

  function lead(room, target) {
    var root = room.attachShadow({ mode: 'open' });
    var styles = document.createElement('link');
    styles.rel = 'stylesheet';
    styles.href = '/_shushuo/serve.css';
    var anchor = link(target, 'place-link');
    anchor.addEventListener('click', function () {
      if (navigator.clipboard) navigator.clipboard.writeText(target.name).catch(function () {});
    });
    root.append(styles, anchor);
  }

  // The server.

  function ask(what) {
    return fetch('/_shushuo/' + what, { cache: 'no-store' }).then(function (answer) {
      return answer.json();
    });
  }

  function look() {
    return ask('page?path=' + encodeURIComponent(page)).then(function (told) {
      if (told.digest !== digest) return reload();
      return show(told);
    });
  }

  function hear(message) {
    var told = JSON.parse(message.data);
    var restyled = state.style !== '' && state.style !== told.style;
    state = told;
    document.documentElement.dataset.shushuo = told.generation;
    look().then(function () {
      if (restyled) swapStyles();
    }).catch(function () { /* it will be told again */ });
  }

  function listen() {
    if (events) return;
    events = new EventSource('/_shushuo/events');
    events.onmessage = hear;
  }

  // A browser opens few connections to one server: pages that nobody sees give theirs up.
  document.addEventListener('visibilitychange', function () {
    if (!document.hidden) return listen();
    if (events) events.close();
    events = null;
  });

  cards();
  restore();
  if (!document.hidden) listen();
}());
