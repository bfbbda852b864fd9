// Collects what must never happen, from before this script ran as far as the page kept it.
if (!window.testimony) {
  window.testimony = [];
  const say = (what) => window.testimony.push(what);
  document.addEventListener('securitypolicyviolation', (event) => {
    say(`content security policy: ${event.violatedDirective} blocked ${event.blockedURI} ${event.sourceFile ?? ''}`);
  });
  // A window that changes its size may tell some observers a frame later; the engine words that as an error, and it is none.
  const late = 'ResizeObserver loop completed with undelivered notifications.';
  window.addEventListener('error', (event) => event.message !== late && say(`error: ${event.message}`));
  window.addEventListener('unhandledrejection', (event) => say(`unhandled rejection: ${event.reason?.message ?? event.reason}`));
  new ReportingObserver((reports) => {
    for (const { body } of reports) say(`content security policy: ${body.effectiveDirective} blocked ${body.blockedURL}`);
  }, { buffered: true, types: ['csp-violation'] }).observe();
}
