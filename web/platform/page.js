// The page behind page.h, clock.h, timer.h, assets.h and server.h: address, storage, clipboard, visibility, network.
mergeInto(LibraryManager.library, {
  // Texts cross as zero-terminated UTF-8 that the other side frees.
  $textOut: function(text) {
    var size = lengthBytesUTF8(text) + 1;
    var at = _malloc(size);
    stringToUTF8(text, at, size);
    return at;
  },
  $textOut__deps: ['malloc'],

  $Page: {
    memory: {},     // stands in for a localStorage that is refused
    pending: null,  // text on its way to the clipboard
    // Copying works through the DOM's copy event, which browsers allow on plain http as well.
    copy: function(text) {
      Page.pending = text;
      try {
        document.execCommand('copy');
      } catch (refused) {
      }
      if (Page.pending !== null && navigator.clipboard) navigator.clipboard.writeText(text).catch(function() {});
      Page.pending = null;
    },
    // The shell's error panel says what to do; there the page stays until it is reloaded.
    fail: function(reason) {
      if (Module['onFailure']) Module['onFailure'](reason);
    },
  },

  baize_random: function(at, size) {
    for (var done = 0; done < size; done += 65536) {
      crypto.getRandomValues(HEAPU8.subarray(at + done, at + Math.min(size, done + 65536)));
    }
  },

  baize_after__deps: ['$Page'],
  baize_after: function(milliseconds, number) {
    return setTimeout(function() {
      _baize_timer_due(number);
    }, milliseconds);
  },
  baize_cancel: function(handle) {
    clearTimeout(handle);
  },

  baize_route__deps: ['$textOut'],
  baize_route: function() {
    var route = location.hash.slice(1);
    try {
      route = decodeURI(route);
    } catch (malformed) {
    }
    return textOut(route);
  },
  baize_set_route: function(text, size, push) {
    var target = '#' + encodeURI(UTF8ToString(text, size));
    if (target === location.hash) return;
    if (push)
      history.pushState(null, '', target);
    else
      history.replaceState(null, '', target);
  },
  baize_address_of__deps: ['$textOut'],
  baize_address_of: function(text, size) {
    return textOut(location.href.split('#')[0] + '#' + encodeURI(UTF8ToString(text, size)));
  },
  baize_set_title: function(text, size) {
    document.title = UTF8ToString(text, size);
  },
  baize_set_language: function(text, size) {
    document.documentElement.lang = UTF8ToString(text, size);
  },
  baize_languages__deps: ['$textOut'],
  baize_languages: function() {
    return textOut((navigator.languages || [navigator.language]).join(','));
  },

  // 0 when nothing is stored under the key.
  baize_stored__deps: ['$Page', '$textOut'],
  baize_stored: function(key, size) {
    var name = 'baize.' + UTF8ToString(key, size);
    var value = null;
    try {
      value = localStorage.getItem(name);
    } catch (refused) {
    }
    if (value === null && name in Page.memory) value = Page.memory[name];
    return value === null ? 0 : textOut(value);
  },
  baize_store__deps: ['$Page'],
  baize_store: function(key, keySize, value, valueSize) {
    var name = 'baize.' + UTF8ToString(key, keySize);
    Page.memory[name] = UTF8ToString(value, valueSize);
    try {
      localStorage.setItem(name, Page.memory[name]);
    } catch (refused) {
    }
  },
  baize_forget__deps: ['$Page'],
  baize_forget: function(key, size) {
    var name = 'baize.' + UTF8ToString(key, size);
    delete Page.memory[name];
    try {
      localStorage.removeItem(name);
    } catch (refused) {
    }
  },

  baize_copy__deps: ['$Page'],
  baize_copy: function(text, size) {
    Page.copy(UTF8ToString(text, size));
  },
  baize_save_file: function(name, nameSize, type, typeSize, text, size) {
    var blob = new Blob([UTF8ToString(text, size)], {type: UTF8ToString(type, typeSize)});
    var link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = UTF8ToString(name, nameSize);
    link.click();
    setTimeout(function() {
      URL.revokeObjectURL(link.href);
    }, 60000);
  },
  baize_choose_file__deps: ['$textOut'],
  baize_choose_file: function(accept, size) {
    var input = document.createElement('input');
    input.type = 'file';
    input.accept = UTF8ToString(accept, size);
    input.addEventListener('change', function() {
      var file = input.files[0];
      if (!file) return;
      file.text().then(function(text) {
        _baize_file_chosen(textOut(file.name), textOut(text));
      });
    });
    input.click();
  },
  // 0: never, 1: to be asked, 2: allowed.
  baize_notices: function() {
    if (typeof Notification === 'undefined' || Notification.permission === 'denied') return 0;
    return Notification.permission === 'granted' ? 2 : 1;
  },
  baize_ask_for_notices: function() {
    Notification.requestPermission();
  },
  baize_notify: function(title, titleSize, text, size) {
    if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
    try {
      var name = UTF8ToString(title, titleSize);
      var notice = new Notification(name, {body: UTF8ToString(text, size), tag: name});
      notice.onclick = function() {
        window.focus();
        notice.close();
      };
    } catch (refused) {
    }  // phones let only service workers do it
  },
  baize_reload: function() {
    location.reload();
  },
  baize_log: function(text, size) {
    console.log(UTF8ToString(text, size));
  },
  baize_visible: function() {
    return document.visibilityState === 'visible' ? 1 : 0;
  },
  baize_online: function() {
    return navigator.onLine ? 1 : 0;
  },

  baize_listen_page__deps: ['$Page', '$textOut'],
  baize_listen_page: function() {
    window.addEventListener('popstate', function() {
      _baize_route_changed();
    });
    document.addEventListener('visibilitychange', function() {
      _baize_visibility_changed();
    });
    window.addEventListener('online', function() {
      _baize_network_changed(1);
    });
    window.addEventListener('offline', function() {
      _baize_network_changed(0);
    });
    document.addEventListener('copy', function(event) {
      if (Page.pending === null) return;
      event.clipboardData.setData('text/plain', Page.pending);
      event.preventDefault();
      Page.pending = null;
    });
  },

  baize_asset_size: function(path, size) {
    var asset = Module['assets'][UTF8ToString(path, size)];
    return asset ? asset.length : 0;
  },
  baize_asset_copy: function(path, size, target) {
    var name = UTF8ToString(path, size);
    HEAPU8.set(Module['assets'][name], target);
    delete Module['assets'][name];
  },

  baize_find_server__deps: ['$textOut'],
  baize_find_server: function(again) {
    Module['findServer'](!!again).then(function(found) {
      _baize_server_known(textOut(found.state), textOut(found.base), textOut(found.socket));
    });
  },
});
