// The canvas behind canvas.h: its size in device pixels, and when it changes.
mergeInto(LibraryManager.library, {
  $Stage: {
    element: function () { return document.getElementById('stage'); },
    canvas: function () { return document.getElementById('picture'); },
    // The stage covers what an on-screen keyboard leaves; a pinch zoom does not move it.
    follow: function () {
      var seen = window.visualViewport;
      if (!seen || Math.abs(seen.scale - 1) > 0.01) return;
      var style = Stage.element().style;
      var shrunk = seen.height < window.innerHeight - 1 || seen.offsetTop > 0;
      style.top = shrunk ? seen.offsetTop + 'px' : '';
      style.bottom = shrunk ? 'auto' : '';
      style.height = shrunk ? seen.height + 'px' : '';
    },
    // A media query matches one ratio only, so each change needs a new one.
    watchRatio: function () {
      var query = matchMedia('(resolution: ' + window.devicePixelRatio + 'dppx)');
      query.addEventListener('change', function () { _baize_stage_resized(); Stage.watchRatio(); }, { once: true });
    },
  },

  // Writes four doubles: CSS width, CSS height, pixel ratio, and 1 if the stage is on screen at all.
  baize_measure_stage__deps: ['$Stage'],
  baize_measure_stage: function (target) {
    var box = Stage.element().getBoundingClientRect();
    HEAPF64[target >> 3] = box.width;
    HEAPF64[(target >> 3) + 1] = box.height;
    HEAPF64[(target >> 3) + 2] = window.devicePixelRatio || 1;
  },
  baize_size_canvas__deps: ['$Stage'],
  baize_size_canvas: function (width, height, cssWidth, cssHeight) {
    var canvas = Stage.canvas();
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = cssWidth + 'px';
    canvas.style.height = cssHeight + 'px';
  },
  baize_listen_stage__deps: ['$Stage'],
  baize_listen_stage: function () {
    new ResizeObserver(function () { _baize_stage_resized(); }).observe(Stage.element());
    Stage.watchRatio();
    if (window.visualViewport) {
      visualViewport.addEventListener('resize', Stage.follow);
      visualViewport.addEventListener('scroll', Stage.follow);
    }
    window.addEventListener('scroll', function () { window.scrollTo(0, 0); });
  },

  baize_page_failed__deps: ['$Page'],
  baize_page_failed: function (reason, size) { Page.fail(UTF8ToString(reason, size)); },
  // The first picture is there: the loading page may go.
  baize_first_frame: function () {
    if (Module['onFirstFrame']) Module['onFirstFrame']();
  },
});
