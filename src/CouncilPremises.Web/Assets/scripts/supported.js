// Told to the styles before the page is drawn, so that nothing jumps. Without script the class is
// missing and every conditional question stays visible.
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
