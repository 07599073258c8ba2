// What the reader can do on any page: copy or share a number with its source, choose the colours,
// have the language remembered. Without this file every page is whole; it only adds.
(function () {
  'use strict';
  var root = document.documentElement;
  var told = document.getElementById('told_');

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function remember(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch (error) {
      // Storage may be switched off; then nothing is remembered.
    }
  }

  function recall(key) {
    try {
      return localStorage.getItem(key) || '';
    } catch (error) {
      return '';
    }
  }

  // Says something to screen readers; emptied first, so that the same words are said again.
  function tell(words) {
    told.textContent = '';
    setTimeout(function () {
      told.textContent = words;
    }, 50);
  }

  // The address to give away: the published one, where the site knows it.
  function permanent(link) {
    var canonical = document.querySelector('link[rel="canonical"]');
    var path = link.getAttribute('href');
    return new URL(path, canonical ? canonical.href : location.href).href;
  }

  function citation(tools) {
    return tools.getAttribute('data-citation') + '\n' + permanent(tools.querySelector('a'));
  }

  function copy(button, text) {
    var done = function () {
      finish(button, text, true);
    };
    if (!navigator.clipboard || !navigator.clipboard.writeText) {
      finish(button, text, copyBySelection(button, text));
      return;
    }
    navigator.clipboard.writeText(text).then(done, function () {
      finish(button, text, copyBySelection(button, text));
    });
  }

  // The old way, for pages that may not use the clipboard.
  function copyBySelection(button, text) {
    var field = textField(text, '');
    var copied = false;
    button.parentNode.appendChild(field);
    field.select();
    try {
      copied = document.execCommand('copy');
    } catch (error) {
      copied = false;
    }
    field.remove();
    button.focus();
    return copied;
  }

  function textField(text, label) {
    var field = document.createElement('textarea');
    field.className = 'copy-text';
    field.readOnly = true;
    field.value = text;
    field.setAttribute('aria-label', label);
    return field;
  }

  function finish(button, text, copied) {
    if (copied) {
      button.classList.add('done');
      setTimeout(function () {
        button.classList.remove('done');
      }, 2000);
      tell(told.getAttribute('data-copied'));
      return;
    }
    var foot = button.closest('.card-foot');
    var old = foot.querySelector('.copy-text');
    if (old) old.remove();
    var field = textField(text, told.getAttribute('data-text'));
    foot.appendChild(field);
    field.select();
    tell(told.getAttribute('data-failed'));
  }

  function share(text, url) {
    var sharing = navigator.share({ title: document.title, text: text, url: url });
    // A reader who closes the list of ways has done nothing wrong.
    if (sharing) sharing.catch(function () {});
  }

  each('.js .scripted', function (element) {
    element.hidden = false;
  });

  each('.tools .copy', function (button) {
    button.addEventListener('click', function () {
      copy(button, citation(button.parentNode));
    });
  });

  each('.tools .share', function (button) {
    var tools = button.parentNode;
    if (!navigator.share) return;
    button.hidden = false;
    button.addEventListener('click', function () {
      share(tools.getAttribute('data-citation'), permanent(tools.querySelector('a')));
    });
  });

  each('[name="scheme"]', function (choice) {
    choice.checked = choice.value === recall('shushuo-scheme');
    choice.addEventListener('change', function () {
      remember('shushuo-scheme', choice.value);
      if (choice.value) root.setAttribute('data-scheme', choice.value);
      else root.removeAttribute('data-scheme');
    });
  });

  each('a.switch', function (link) {
    link.addEventListener('click', function () {
      remember('shushuo-lang', link.getAttribute('hreflang'));
    });
  });
})();
