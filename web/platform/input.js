// Pointers, which html5.h has no events for, and what keeps the browser's own gestures off the stage.
mergeInto(LibraryManager.library, {
  $Pointer: {
    // Until when a click is the one that the browser makes of a pointer's press and release. The picture has seen that
    // one already; any other click came without a pointer and is an activation.
    clickUntil: 0,
    editable: function (target) { return target.tagName === 'INPUT' && target.type !== 'range' || target.tagName === 'TEXTAREA'; },
    native: function (target) { return Pointer.editable(target) || !!target.closest('a[href]'); },
  },

  baize_listen_pointer__deps: ['$Pointer', '$Stage', '$Page'],
  baize_listen_pointer: function () {
    var stage = Stage.element();
    var primary = null;  // one pointer at a time plays; further fingers are the browser's (zoom)
    var kinds = { mouse: 0, touch: 1, pen: 2 };
    function at(event) {
      var box = stage.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top, kinds[event.pointerType] || 0];
    }
    function tell(event, what, button) {
      var place = at(event);
      _baize_pointer(what, place[0], place[1], place[2], button);
    }
    function mine(event) { return primary === null || primary === event.pointerId; }
    stage.addEventListener('pointermove', function (event) {
      if (mine(event)) tell(event, 0, 0);
    }, true);
    stage.addEventListener('pointerdown', function (event) {
      if (!event.isPrimary) return;
      primary = event.pointerId;
      Pointer.clickUntil = Infinity;
      if (!Pointer.native(event.target)) {
        try { stage.setPointerCapture(event.pointerId); } catch (gone) {}
      }
      tell(event, 1, event.button);
    }, true);
    stage.addEventListener('pointerup', function (event) {
      if (!mine(event)) return;
      var twin = event.target.closest && document.elementsFromPoint(event.clientX, event.clientY)[0];
      var source = twin && twin.closest('[data-copies]');
      if (source) Page.copy(source.getAttribute('data-copies'));  // some browsers copy only from within the event
      tell(event, 2, event.button);
      Pointer.clickUntil = performance.now() + 700;
      primary = null;
    }, true);
    stage.addEventListener('pointercancel', function (event) {
      if (!mine(event)) return;
      tell(event, 3, 0);
      primary = null;
      Pointer.clickUntil = 0;
    }, true);
    stage.addEventListener('pointerleave', function (event) {
      if (event.target === stage && event.pointerType === 'mouse' && primary === null) tell(event, 4, 0);
    }, true);
    // Native sliders would move by themselves as well; the picture moves them.
    stage.addEventListener('mousedown', function (event) {
      if (event.target.type === 'range') { event.preventDefault(); event.target.focus({ preventScroll: true }); }
    }, true);
    stage.addEventListener('touchstart', function (event) {
      if (event.target.type === 'range') event.preventDefault();
    }, { capture: true, passive: false });
    stage.addEventListener('contextmenu', function (event) {
      if (!Pointer.native(event.target)) event.preventDefault();
    }, true);
    stage.addEventListener('dragstart', function (event) { event.preventDefault(); }, true);
  },
  // Whose the keys are: 1 a field that people type into, 2 a control that moves by keys, 3 one that is only pressed by
  // them, 0 nobody's.
  baize_keys_of_focus__deps: ['$Pointer'],
  baize_keys_of_focus: function () {
    var target = document.activeElement;
    if (!target) return 0;
    if (Pointer.editable(target)) return 1;
    if (target.matches('input')) return 2;
    return target.matches('button, a, summary') ? 3 : 0;
  },
  baize_reduced_motion: function () { return matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 0; },
  baize_coarse_pointer: function () { return matchMedia('(pointer: coarse)').matches ? 1 : 0; },
});
