// The sounds behind sound.h: short tones and shaped noise, made anew each time.
mergeInto(LibraryManager.library, {
  $Sounds: {
    context: null,
    noise: null,
    // Browsers start audio only within a gesture.
    wake: function () {
      var Audio = window.AudioContext || window.webkitAudioContext;
      if (!Sounds.context && Audio) Sounds.context = new Audio();
      if (Sounds.context && Sounds.context.state === 'suspended') Sounds.context.resume();
    },
    envelope: function (start, length, loudness) {
      var gain = Sounds.context.createGain();
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(loudness, start + 0.004);
      gain.gain.exponentialRampToValueAtTime(0.0001, start + length);
      gain.connect(Sounds.context.destination);
      return gain;
    },
    tone: function (wait, pitch, length, loudness, form) {
      var start = Sounds.context.currentTime + wait;
      var source = Sounds.context.createOscillator();
      source.type = form || 'sine';
      source.frequency.setValueAtTime(pitch, start);
      source.connect(Sounds.envelope(start, length, loudness));
      source.start(start);
      source.stop(start + length);
    },
    rustle: function (wait, pitch, width, length, loudness) {
      var context = Sounds.context;
      if (!Sounds.noise) {
        Sounds.noise = context.createBuffer(1, context.sampleRate / 4, context.sampleRate);
        var samples = Sounds.noise.getChannelData(0);
        for (var i = 0; i < samples.length; ++i) samples[i] = Math.random() * 2 - 1;
      }
      var start = context.currentTime + wait;
      var source = context.createBufferSource();
      source.buffer = Sounds.noise;
      var band = context.createBiquadFilter();
      band.type = 'bandpass';
      band.frequency.value = pitch;
      band.Q.value = width;
      source.connect(band);
      band.connect(Sounds.envelope(start, length, loudness));
      source.start(start);
      source.stop(start + length);
    },
    play: [
      function () { Sounds.rustle(0, 2600, 1.2, 0.03, 0.12); },
      function () { Sounds.rustle(0, 1700, 0.7, 0.09, 0.22); },
      function () { [0, 0.045].forEach(function (wait) { Sounds.tone(wait, 3100 + wait * 9000, 0.05, 0.05, 'triangle'); Sounds.rustle(wait, 4200, 3, 0.03, 0.1); }); },
      function () { [0, 0.11].forEach(function (wait) { Sounds.tone(wait, 150, 0.07, 0.22); Sounds.rustle(wait, 420, 1, 0.03, 0.1); }); },
      function () { Sounds.tone(0, 659, 0.22, 0.08); Sounds.tone(0.12, 880, 0.35, 0.08); },
      function () { [523, 659, 784, 1047].forEach(function (pitch, i) { Sounds.tone(i * 0.09, pitch, 0.4, 0.06); }); },
      function () { [0, 0.18].forEach(function (wait) { Sounds.tone(wait, 392, 0.14, 0.09, 'triangle'); }); },
      function () { Sounds.tone(0, 587, 0.18, 0.07); Sounds.tone(0.1, 494, 0.25, 0.06); },
    ],
  },
  baize_sound_ready__deps: ['$Sounds'],
  baize_sound_ready: function () {
    ['pointerdown', 'keydown'].forEach(function (name) { document.addEventListener(name, Sounds.wake, true); });
  },
  baize_sound__deps: ['$Sounds'],
  baize_sound: function (which) {
    if (Sounds.context && Sounds.context.state === 'running') Sounds.play[which]();
  },
});
