// Search over the numbers, titles and text of the site. What it searches is a script of its own,
// loaded when the reader first opens the search; nothing is fetched, so that it works from a disk.
// Numbers are compared by value, exactly: 384 with the character for ten thousand is 3.84 million.
(function () {
  'use strict';
  var MOST = 50;
  var BEFORE = 24;
  var SNIPPET = 110;
  // What a scale word or character multiplies by, as a power of ten.
  var SCALES = {
    '\u767e': 2, '\u5343': 3, '\u4e07': 4, '\u842c': 4, '\u4ebf': 8, '\u5104': 8,
    thousand: 3, k: 3, million: 6, mn: 6, m: 6, billion: 9, bn: 9, trillion: 12, tn: 12
  };
  var HAN_SCALE = '[\u767e\u5343\u4e07\u842c\u4ebf\u5104]';
  var LATIN_SCALE = '(?:thousand|million|billion|trillion|bn|mn|tn|k|m)(?![a-z])';
  var DIGITS = '\\d[\\d,]*(?:\\.\\d+)?';
  var PART = '(' + DIGITS + ')\\s*(' + HAN_SCALE + '+|' + LATIN_SCALE + ')?';
  var NUMBER = DIGITS + '(?:\\s*' + LATIN_SCALE + '|(?:\\s*' + HAN_SCALE + '+(?:' + DIGITS + HAN_SCALE + '+)*)?)';
  var SEPARATOR = /[\s\p{P}\p{S}]/u;
  // Behind what a text may be cut. No cut stands in a word or beside a digit that it could take away.
  var CUT = /[\u3002\uff01\uff1f\uff1b\uff0c]|[\u3001\uff1a](?!\d)|[^\d\s]\s+(?![\d\s]|hundred|thousand|[mb]illion|trillion)|\n/gi;

  var dialog = document.getElementById('search_');
  if (!dialog || !dialog.showModal) return;
  var field = dialog.querySelector('input');
  var status = dialog.querySelector('[role="status"]');
  var found = document.getElementById('found_');
  var help = status.textContent;
  var state = 'closed';
  var entries = null;

  // --- Text, so that width, case, punctuation and white space make no difference.

  function narrow(text) {
    return text.replace(/[\uff01-\uff5e]/g, function (letter) {
      return String.fromCharCode(letter.charCodeAt(0) - 0xfee0);
    }).replace(/\u3000/g, ' ');
  }

  // Whether a mark stands inside of a number; a comma there says nothing.
  function isInNumber(text, at) {
    return /\d.\d/.test(text.slice(at - 1, at + 2));
  }

  // The text to search in, and for each of its letters where it stands in the original.
  function fold(original) {
    var text = narrow(original);
    var letters = [];
    var places = [];
    var gap = -1;
    for (var at = 0; at < text.length; at += 1) {
      var letter = text.charAt(at);
      var kept = letter === '%' || letter === '\u2030' || (letter === '.' && isInNumber(text, at));
      if (!kept && SEPARATOR.test(letter)) {
        var vanishes = (letter === ',' && isInNumber(text, at)) || letter === "'" || letter === '\u2019';
        if (!vanishes) gap = at;
        continue;
      }
      var last = letters[letters.length - 1];
      // Between Chinese characters white space means nothing.
      if (gap >= 0 && last && last < '\u2e80' && letter < '\u2e80') {
        letters.push(' ');
        places.push(gap);
      }
      gap = -1;
      var lower = letter.toLowerCase();
      letters.push(lower.length === 1 ? lower : letter);
      places.push(at);
    }
    return { text: letters.join(''), places: places };
  }

  // --- Numbers, as strings of digits.

  function shifted(digits, places) {
    var parts = digits.replace(/,/g, '').split('.');
    var fraction = (parts[1] || '').padEnd(places, '0');
    var whole = (parts[0] + fraction.slice(0, places)).replace(/^0+(?=\d)/, '');
    var rest = fraction.slice(places).replace(/0+$/, '');
    return rest ? whole + '.' + rest : whole;
  }

  function sum(values) {
    var decimals = Math.max.apply(null, values.map(function (value) {
      return (value.split('.')[1] || '').length;
    }));
    var total = values.reduce(function (sofar, value) {
      return sofar + BigInt(shifted(value, decimals));
    }, BigInt(0)).toString().padStart(decimals + 1, '0');
    var point = total.length - decimals;
    return shifted(total.slice(0, point) + '.' + total.slice(point), 0);
  }

  function exponent(scale) {
    if (SCALES[scale.toLowerCase()]) return SCALES[scale.toLowerCase()];
    return scale.split('').reduce(function (power, letter) {
      return power + SCALES[letter];
    }, 0);
  }

  // The numbers of a text: where they stand, and their exact values.
  function numbers(original) {
    var text = narrow(original);
    var all = [];
    var pattern = new RegExp(NUMBER, 'gi');
    for (var match = pattern.exec(text); match; match = pattern.exec(text)) {
      var values = [];
      match[0].replace(new RegExp(PART, 'gi'), function (_, digits, scale) {
        values.push(shifted(digits, scale ? exponent(scale) : 0));
      });
      var value = values.length > 1 ? sum(values) : values[0];
      all.push({ start: match.index, end: match.index + match[0].length, value: value });
    }
    return all;
  }

  // --- What the reader asks for.

  // The words of a query; one with a number also has its value and the text without it.
  function termsOf(query) {
    var joined = narrow(query).replace(new RegExp('(\\d)\\s+(?=' + LATIN_SCALE + '|' + HAN_SCALE + ')', 'gi'), '$1');
    var terms = joined.split(/\s+/).map(function (word) {
      var values = numbers(word);
      var only = values.length === 1 ? values[0] : null;
      return {
        text: fold(word).text,
        value: only && only.value,
        rest: only ? fold(word.slice(0, only.start) + ' ' + word.slice(only.end)).text : ''
      };
    });
    return terms.filter(function (term) {
      return term.text !== '';
    });
  }

  function isValue(term, entry) {
    if (!term.value) return false;
    if (entry.value !== undefined) {
      return entry.value === term.value && entry.text.indexOf(term.rest) >= 0;
    }
    entry.numbers = entry.numbers || numbers(entry.words);
    return entry.numbers.some(function (number) {
      return number.value === term.value;
    });
  }

  // How well an entry answers: 0 is best, -1 not at all. What is found in its title comes first.
  function rank(entry, terms) {
    var worst = 0;
    for (var at = 0; at < terms.length; at += 1) {
      var term = terms[at];
      var place = entry.text.indexOf(term.text);
      var own = isValue(term, entry) ? 0 : 3;
      if (place >= 0) own = Math.min(own, place < entry.titleLength ? 1 : 2);
      if (own === 3) return -1;
      worst = Math.max(worst, own);
    }
    return worst;
  }

  function matching(list, terms) {
    var ranked = [];
    list.forEach(function (entry, place) {
      var own = rank(entry, terms);
      if (own >= 0) ranked.push({ entry: entry, rank: own, place: place });
    });
    ranked.sort(function (one, other) {
      return one.rank - other.rank || one.place - other.place;
    });
    return ranked.map(function (one) {
      return one.entry;
    });
  }

  // --- The index.

  function address(path) {
    var root = dialog.getAttribute('data-index').replace(/data\/[^\/]*$/, '');
    return root + path.split('/').map(encodeURIComponent).join('/');
  }

  // The title, a letter that is in no text, and the rest.
  function folded(title, rest) {
    var head = fold(title).text;
    return { text: head + '\u0001' + fold(rest).text, titleLength: head.length };
  }

  function read(index) {
    var figures = index.figures.map(function (row) {
      var page = index.pages[row[1]];
      var own = address(index.folder + 'figures/' + row[0] + '.html');
      var entry = folded(row[3], row[4] + ' \u0001 ' + row[6]);
      entry.value = row[5].replace('-', '');
      entry.title = row[3];
      entry.number = row[4];
      entry.section = page[0];
      entry.href = row[2] ? own : address(page[1]) + '#' + encodeURIComponent(row[0]);
      return entry;
    });
    var pages = index.pages.filter(function (row) {
      return row[0] !== '';
    }).map(function (row) {
      var entry = folded(row[0], row[2]);
      entry.title = row[0];
      entry.words = row[2];
      entry.href = address(row[1]);
      return entry;
    });
    return { figures: figures, pages: pages };
  }

  function load() {
    if (state !== 'closed') return;
    state = 'loading';
    var script = document.createElement('script');
    script.src = dialog.getAttribute('data-index');
    script.onload = function () {
      entries = read(window.shushuoSearch);
      state = 'ready';
      answer();
    };
    script.onerror = function () {
      state = 'closed';
      script.remove();
      status.textContent = dialog.getAttribute('data-failed');
    };
    document.head.appendChild(script);
  }

  // --- What is shown.

  // Where the terms stand in a text (`inside` is what it folds to), in order, without overlaps.
  function ranges(text, terms, inside) {
    var all = [];
    var end = 0;
    terms.forEach(function (term) {
      for (var at = inside.text.indexOf(term.text); at >= 0; at = inside.text.indexOf(term.text, at + 1)) {
        all.push({ start: inside.places[at], end: inside.places[at + term.text.length - 1] + 1 });
      }
      if (term.value) {
        all = all.concat(numbers(text).filter(function (number) {
          return number.value === term.value;
        }));
      }
    });
    all.sort(function (one, other) {
      return one.start - other.start || other.end - one.end;
    });
    return all.filter(function (range) {
      if (range.start < end) return false;
      end = range.end;
      return true;
    });
  }

  function element(name, className, text, terms) {
    var made = document.createElement(name);
    var from = 0;
    if (className) made.className = className;
    ranges(text, terms || [], fold(text)).forEach(function (range) {
      var mark = document.createElement('mark');
      mark.textContent = text.slice(range.start, range.end);
      made.append(text.slice(from, range.start), mark);
      from = range.end;
    });
    made.append(text.slice(from));
    return made;
  }

  function figureLink(entry, terms) {
    var link = element('a', 'found', '', terms);
    link.append(element('span', 'row-label', entry.title, terms), ' ', element('span', 'value', entry.number, terms));
    if (entry.section) link.append(element('span', 'found-in', entry.section));
    return link;
  }

  // The words around a range, as far as they reach from one place for a cut to another.
  function excerpt(text, range) {
    var start = 0;
    var end = 0;
    (text + '\n').replace(CUT, function (mark, at) {
      var cut = Math.min(at + mark.length, text.length);
      if (cut <= range.start && start < range.start - BEFORE) start = cut;
      if (cut >= range.end && (end === 0 || cut <= start + SNIPPET)) end = cut;
    });
    // Text without any such place is shown by its title alone.
    if (end - start > 4 * SNIPPET) return '';
    var part = text.slice(start, end).trim().replace(/([\u3001\u3002\uff01-\uff1f])\s+/g, '$1').replace(/\s+/g, ' ');
    return (start > 0 ? '\u2026' : '') + part + (end < text.length ? '\u2026' : '');
  }

  function pageLink(entry, terms) {
    var link = element('a', 'found', '', terms);
    link.append(element('span', 'found-title', entry.title, terms));
    entry.inside = entry.inside || fold(entry.words);
    var valued = terms.filter(function (term) {
      return term.value;
    });
    var first = ranges(entry.words, valued, entry.inside)[0] || ranges(entry.words, terms, entry.inside)[0];
    var text = excerpt(entry.words, first || { start: 0, end: 0 });
    if (text) link.append(' ', element('span', 'found-in', text, terms));
    return link;
  }

  function group(title, list, makeLink, terms) {
    if (list.length === 0) return;
    var items = document.createElement('ul');
    list.slice(0, MOST).forEach(function (entry) {
      var item = document.createElement('li');
      var link = makeLink(entry, terms);
      link.href = entry.href;
      item.append(link);
      items.append(item);
    });
    found.append(element('h2', '', title), items);
    if (list.length > MOST) {
      found.append(element('p', 'facts', dialog.getAttribute('data-limit').replace('{count}', MOST)));
    }
  }

  function answer() {
    var terms = termsOf(field.value);
    found.textContent = '';
    if (terms.length === 0) {
      status.textContent = help;
      return;
    }
    if (!entries) {
      status.textContent = dialog.getAttribute('data-loading');
      load();
      return;
    }
    var figures = matching(entries.figures, terms);
    var pages = matching(entries.pages, terms);
    group(found.getAttribute('data-figures'), figures, figureLink, terms);
    group(found.getAttribute('data-pages'), pages, pageLink, terms);
    status.textContent = count(figures.length + pages.length);
  }

  function count(results) {
    if (results === 0) return dialog.getAttribute('data-none');
    if (results === 1) return dialog.getAttribute('data-one');
    return dialog.getAttribute('data-other').replace('{count}', results);
  }

  // --- What the reader does.

  function open() {
    if (!dialog.open) dialog.showModal();
    field.select();
    load();
  }

  // Up and down go through the results and back to the field.
  function move(step) {
    var stops = [field].concat(Array.prototype.slice.call(found.querySelectorAll('a')));
    var at = stops.indexOf(document.activeElement);
    var next = stops[Math.max(0, Math.min(stops.length - 1, at + step))];
    next.focus();
  }

  function isTyping(target) {
    return target.closest('input:not([type="radio"]), textarea, select, [contenteditable]') !== null;
  }

  document.addEventListener('keydown', function (event) {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    open();
  });

  dialog.addEventListener('keydown', function (event) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') dialog.close();
    else return;
    event.preventDefault();
  });

  dialog.querySelector('form').addEventListener('submit', function (event) {
    var first = found.querySelector('a');
    event.preventDefault();
    if (first) first.click();
  });

  dialog.addEventListener('click', function (event) {
    var isLink = event.target.closest('a') !== null;
    if (event.target === dialog || isLink) dialog.close();
  });

  field.addEventListener('input', answer);
  dialog.querySelector('.search-close').addEventListener('click', function () {
    dialog.close();
  });
  Array.prototype.forEach.call(document.querySelectorAll('.search-open'), function (button) {
    button.addEventListener('click', open);
  });
})();
