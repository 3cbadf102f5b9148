// The document behind dom.h: the twins by their id, what they report, and the live regions.
mergeInto(LibraryManager.library, {
  $Twins__postset: 'Twins.byId = new Map();',
  $Twins: {
    byId: null,
    get: function (id, size) {
      var name = UTF8ToString(id, size);
      return name === 'twins' ? document.getElementById('twins') : Twins.byId.get(name);
    },
    idOf: function (target) {
      var element = target && target.closest ? target.closest('[data-twin]') : null;
      return element ? element.getAttribute('data-twin') : '';
    },
    // Arrow keys walk through a group of radios or tabs, as people expect of them.
    walk: function (event) {
      var role = event.target.getAttribute('role');
      if (role !== 'radio' && role !== 'tab') return false;
      var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return false;
      var all = Array.from(event.target.parentElement.querySelectorAll('[role=' + role + ']:not([aria-disabled=true])'));
      var next = all[(all.indexOf(event.target) + step + all.length) % all.length];
      if (next) { next.focus(); next.click(); }
      event.preventDefault();
      return true;
    },
  },

  baize_dom_listen__deps: ['$Twins', '$Pointer', '$Stage', '$textOut'],
  baize_dom_listen: function () {
    var layer = document.getElementById('twins');
    Stage.element().addEventListener('click', function (event) {
      var pointers = event.detail > 0 && performance.now() < Pointer.clickUntil;
      Pointer.clickUntil = 0;
      if (event.target.closest && event.target.closest('a[href]')) return;
      if (pointers) return;
      var id = Twins.idOf(event.target);
      if (id && !Pointer.editable(event.target)) _baize_twin_activated(textOut(id));
    }, true);
    layer.addEventListener('input', function (event) {
      _baize_twin_edited(textOut(Twins.idOf(event.target)), textOut(event.target.value));
    });
    layer.addEventListener('keydown', function (event) {
      if (Twins.walk(event)) return;
      if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || !Pointer.editable(event.target)) return;
      if (event.target.tagName === 'TEXTAREA' && event.shiftKey) return;
      if (event.target.tagName === 'TEXTAREA' && event.target.getAttribute('data-enter') !== 'submits') return;
      event.preventDefault();
      _baize_twin_submitted(textOut(Twins.idOf(event.target)));
    });
    layer.addEventListener('focusin', function (event) {
      _baize_twin_focused(textOut(Twins.idOf(event.target)), event.target.matches(':focus-visible') ? 1 : 0);
    });
    layer.addEventListener('focusout', function (event) {
      if (!event.relatedTarget) _baize_twin_focused(textOut(''), 0);
    });
    // Browsers and readers scroll to what they want to show. Where the picture scrolls, it follows; else it stays.
    Stage.element().addEventListener('scroll', function (event) {
      if (Pointer.editable(event.target)) return;
      if (event.target.classList.contains('scroll')) {
        var moved = Math.abs(event.target.scrollTop - event.target.known) > 1;
        if (moved) _baize_twin_scrolled(textOut(Twins.idOf(event.target)), event.target.scrollTop);
        return;
      }
      event.target.scrollTop = 0;
      event.target.scrollLeft = 0;
    }, true);
  },
  baize_dom_create__deps: ['$Twins'],
  baize_dom_create: function (id, idSize, tag, tagSize) {
    var name = UTF8ToString(id, idSize);
    var element = document.createElement(UTF8ToString(tag, tagSize));
    element.setAttribute('data-twin', name);
    if (element.tagName === 'BUTTON') element.type = 'button';
    Twins.byId.set(name, element);
  },
  baize_dom_remove__deps: ['$Twins'],
  baize_dom_remove: function (id, size) {
    var element = Twins.get(id, size);
    if (!element) return;
    Twins.byId.delete(UTF8ToString(id, size));
    element.remove();
  },
  baize_dom_place__deps: ['$Twins'],
  baize_dom_place: function (id, idSize, parent, parentSize, index) {
    var element = Twins.get(id, idSize);
    var group = Twins.get(parent, parentSize);
    var there = group.children[index] || null;
    if (there !== element) group.insertBefore(element, there);
  },
  baize_dom_set__deps: ['$Twins'],
  baize_dom_set: function (id, idSize, name, nameSize, value, valueSize) {
    Twins.get(id, idSize).setAttribute(UTF8ToString(name, nameSize), UTF8ToString(value, valueSize));
  },
  baize_dom_unset__deps: ['$Twins'],
  baize_dom_unset: function (id, idSize, name, nameSize) {
    Twins.get(id, idSize).removeAttribute(UTF8ToString(name, nameSize));
  },
  baize_dom_text__deps: ['$Twins'],
  baize_dom_text: function (id, idSize, text, textSize) {
    Twins.get(id, idSize).textContent = UTF8ToString(text, textSize);
  },
  baize_dom_value__deps: ['$Twins'],
  baize_dom_value: function (id, idSize, text, textSize) {
    var element = Twins.get(id, idSize);
    var value = UTF8ToString(text, textSize);
    if (element.value !== value) element.value = value;
  },
  // The box relative to the content of the parent.
  baize_dom_box__deps: ['$Twins'],
  baize_dom_box: function (id, size, x, y, width, height) {
    var style = Twins.get(id, size).style;
    style.left = x + 'px';
    style.top = y + 'px';
    style.width = width + 'px';
    style.height = height + 'px';
  },
  baize_dom_scroll__deps: ['$Twins'],
  baize_dom_scroll: function (id, size, offset, extent) {
    var element = Twins.get(id, size);
    element.style.setProperty('--extent', extent + 'px');
    element.scrollTop = offset;
    element.known = element.scrollTop;
  },
  baize_dom_style__deps: ['$Twins'],
  baize_dom_style: function (id, idSize, name, nameSize, value, valueSize) {
    Twins.get(id, idSize).style.setProperty(UTF8ToString(name, nameSize), UTF8ToString(value, valueSize));
  },
  baize_dom_focus__deps: ['$Twins'],
  baize_dom_focus: function (id, size) {
    var element = Twins.get(id, size);
    if (element && document.activeElement !== element) element.focus({ preventScroll: true });
  },
  // Each message is an element of its own, so that the same words twice are spoken twice.
  baize_dom_speak: function (text, size, assertive) {
    var region = document.getElementById(assertive ? 'spoken-at-once' : 'spoken');
    var line = document.createElement('p');
    line.textContent = UTF8ToString(text, size);
    region.appendChild(line);
    while (region.children.length > 20) region.removeChild(region.firstChild);
  },
});
