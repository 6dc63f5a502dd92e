// Everything works without this file; it only makes the pages more comfortable.
import {
  Button, CharacterCount, Checkboxes, createAll, ErrorSummary, NotificationBanner, PasswordInput, Radios,
  ServiceNavigation, SkipLink
} from './govuk-frontend.min.js'

for (const component of [
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation,
  SkipLink
]) createAll(component)

// The library says on a radio button whether its further questions are shown, but a radio button may not carry
// aria-expanded (WAI-ARIA 1.2). They follow it in reading order, so nothing is lost without.
const tidyRadios = () => document.querySelectorAll('input[type=radio][aria-expanded]')
  .forEach(radio => radio.removeAttribute('aria-expanded'))
tidyRadios()
document.addEventListener('click', tidyRadios)
// The library looks again when a page is shown
window.addEventListener('pageshow', tidyRadios)
