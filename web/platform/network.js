// Requests and sockets behind http.h and socket.h.
mergeInto(LibraryManager.library, {
  $Network__postset: 'Network.requests = new Map(); Network.sockets = new Map();',
  $Network: { requests: null, sockets: null },

  baize_http__deps: ['$Network', '$textOut', 'malloc'],
  baize_http: function (number, method, url, headers, body, bodySize, timeout) {
    var stop = new AbortController();
    var expiry = setTimeout(function () { stop.abort(); }, timeout);
    Network.requests.set(number, stop);
    var options = { method: UTF8ToString(method), signal: stop.signal, headers: {}, cache: 'no-store' };
    UTF8ToString(headers).split('\n').forEach(function (line) {
      var colon = line.indexOf(':');
      if (colon > 0) options.headers[line.slice(0, colon)] = line.slice(colon + 1);
    });
    if (bodySize) options.body = HEAPU8.slice(body, body + bodySize);
    function answer(status, bytes, type, etag, retry) {
      clearTimeout(expiry);
      if (!Network.requests.delete(number)) return;
      var at = _malloc(bytes.length + 1);
      HEAPU8.set(bytes, at);
      _baize_http_answer(number, status, at, bytes.length, textOut(type), textOut(etag), retry);
    }
    fetch(UTF8ToString(url), options).then(function (response) {
      return response.arrayBuffer().then(function (buffer) {
        var head = function (name) { return response.headers.get(name) || ''; };
        answer(response.status, new Uint8Array(buffer), head('content-type'), head('etag'),
               parseInt(head('retry-after'), 10) || 0);
      });
    }).catch(function () { answer(0, new Uint8Array(0), '', '', 0); });
  },
  baize_http_drop__deps: ['$Network'],
  baize_http_drop: function (number) {
    var stop = Network.requests.get(number);
    Network.requests.delete(number);
    if (stop) stop.abort();
  },

  baize_socket_open__deps: ['$Network', '$textOut', 'malloc'],
  baize_socket_open: function (number, url, subprotocols) {
    var names = UTF8ToString(subprotocols).split('\n').filter(function (name) { return name; });
    var socket = null;
    // An address that the browser refuses at once ends like one that nobody answers.
    try { socket = new WebSocket(UTF8ToString(url), names); } catch (refused) {
      setTimeout(function () {
        if (Network.sockets.delete(number)) _baize_socket_closed(number, 1006, textOut(String(refused.message)));
      }, 0);
    }
    Network.sockets.set(number, socket);
    if (!socket) return;
    socket.binaryType = 'arraybuffer';
    socket.onopen = function () { _baize_socket_opened(number, textOut(socket.protocol)); };
    socket.onmessage = function (event) {
      if (typeof event.data === 'string') {
        var size = lengthBytesUTF8(event.data);
        var at = _malloc(size + 1);
        stringToUTF8(event.data, at, size + 1);
        _baize_socket_message(number, 1, at, size);
      } else {
        var bytes = new Uint8Array(event.data);
        var place = _malloc(bytes.length + 1);
        HEAPU8.set(bytes, place);
        _baize_socket_message(number, 0, place, bytes.length);
      }
    };
    socket.onclose = function (event) {
      if (Network.sockets.delete(number)) _baize_socket_closed(number, event.code, textOut(event.reason));
    };
  },
  baize_socket_send__deps: ['$Network'],
  baize_socket_send: function (number, bytes, size, text) {
    var socket = Network.sockets.get(number);
    if (!socket || socket.readyState !== 1) return 0;
    socket.send(text ? UTF8ToString(bytes, size) : HEAPU8.slice(bytes, bytes + size));
    return 1;
  },
  baize_socket_close__deps: ['$Network'],
  baize_socket_close: function (number, code, reason, size) {
    var socket = Network.sockets.get(number);
    if (socket) socket.close(code, UTF8ToString(reason, size));
  },
  baize_socket_drop__deps: ['$Network'],
  baize_socket_drop: function (number) {
    var socket = Network.sockets.get(number);
    Network.sockets.delete(number);
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  },
  baize_socket_waiting__deps: ['$Network'],
  baize_socket_waiting: function (number) {
    var socket = Network.sockets.get(number);
    return socket ? socket.bufferedAmount : 0;
  },
});
