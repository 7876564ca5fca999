(function () {
  var d = document, wait = 2000, sending = null, stale = false, lost = false;
  function id(name) { return d.getElementById(name); }
  function main() { return d.querySelector('main'); }
  function at(name) { return main().getAttribute('data-' + name); }
  function keep(name, text) { try { sessionStorage.setItem(name, text); } catch (e) { } }
  function kept(name) { try { return sessionStorage.getItem(name) || ''; } catch (e) { return ''; } }
  function say(text) { if (id('m').textContent !== text) id('m').textContent = text; }
  function typed() { return id('x') && id('x').value.replace(/\s/g, ''); }
  function call(method, url, data, done) {
    var r = new XMLHttpRequest();
    r.open(method, url, true);
    r.timeout = 8000;
    if (data) r.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    r.onreadystatechange = function () { if (r.readyState === 4) done(r.status, r.responseText); };
    r.send(data);
  }
  function show(html) {
    var t = d.createElement('div');
    t.innerHTML = html;
    if (!t.querySelector('main')) return;
    say(t.querySelector('#m').textContent);
    main().parentNode.replaceChild(t.querySelector('main'), main());
    stale = lost = false;
    bind();
  }
  function load() { call('GET', '/', null, function (status, html) { if (status === 200) show(html); }); }
  function poll() {
    if (d.hidden || sending || at('v') === '0') { setTimeout(poll, 2000); return; }
    call('GET', '/s?v=' + at('v'), null, function (status, text) {
      if (status === 204 || status === 200) {
        wait = 1500 + Math.random() * 1000;
        if (lost) { lost = false; say(''); }
        stale = status === 200;
        if (stale && typed()) changed(JSON.parse(text));
        else if (stale && !sending) load();
      } else if (status === 403) load();
      else trouble();
      setTimeout(poll, wait);
    });
  }
  function changed(now) {
    var f = d.querySelector('form');
    if (String(now.q) === at('q') && f && f.getAttribute('action') === '/' + now.a) return;
    say(now.a === 'niets' ? CLOSED_NOW : NEW_QUESTION);
  }
  function trouble(status) { lost = true; say(status === 503 ? STILL_SAVING : NO_LINE); wait = Math.min(wait * 2, 20000); }
  function post() {
    call('POST', sending.url, sending.data, function (status, html) {
      if (!status || status >= 500) { trouble(status); setTimeout(post, wait); return; }
      if (status === 429) { say(TOO_FAST); setTimeout(post, 5000); return; }
      if (status !== 403) keep('x' + sending.q, '');
      var s = sending;
      if (s.url !== '/antwoord') keep('s' + s.q, '');
      sending = null;
      wait = 2000;
      show(html);
      if (s.url !== '/antwoord' && at('q') === s.q && !at('l')) keep('s' + s.q, s.data);
      scrollTo(0, 0);
    });
  }
  function bind() {
    var f = d.querySelector('form'), x = id('x'), t = d.querySelector('[name=t]');
    var own = t && t.type !== 'hidden' ? t.value : '';
    if (t && t.type !== 'hidden' && kept('t')) { t.value = kept('t'); if (!t.value) t.value = own; }
    if (t) t.onchange = function () { keep('t', t.value); };
    if (x) {
      if (!x.value) x.value = kept('x' + at('q'));
      x.oninput = function () { keep('x' + at('q'), x.value); if (stale && !typed()) load(); };
    }
    var s = kept('s' + at('q'));
    if (f && at('l') && !sending && s.split('&')[0] === 'k=' + f.k.value) {
      sending = { url: f.getAttribute('action'), data: s, q: at('q') };
      post();
    }
    if (f) f.onsubmit = function () {
      var data = [], i, e;
      for (i = 0; i < f.elements.length; i++) {
        e = f.elements[i];
        if (e.name && (e.type !== 'radio' || e.checked)) data.push(e.name + '=' + encodeURIComponent(e.value));
      }
      f.querySelector('button').disabled = true;
      sending = { url: f.getAttribute('action'), data: data.join('&'), q: at('q') };
      post();
      return false;
    };
  }
  d.addEventListener('visibilitychange', function () { if (!d.hidden && !sending && !typed()) load(); });
  bind();
  setTimeout(poll, wait);
})();
