// Passkeys need the browser's help. Forms that use them are hidden until this script finds that the browser can.
const parsers = {
  get: window.PublicKeyCredential?.parseRequestOptionsFromJSON,
  create: window.PublicKeyCredential?.parseCreationOptionsFromJSON
}

const ask = async form => {
  const kind = form.dataset.passkey
  const parse = parsers[kind].bind(window.PublicKeyCredential)
  const publicKey = parse(JSON.parse(form.dataset.options))
  const credential = await navigator.credentials[kind]({ publicKey })
  form.querySelector('[name="Passkey.Credential"]').value = JSON.stringify(credential.toJSON())
  form.submit()
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!parsers[form.dataset.passkey]) continue
  form.hidden = false
  const status = form.querySelector('[role=status]')
  form.addEventListener('submit', event => {
    event.preventDefault()
    status.textContent = ''
    // Closing the browser's own window is no mistake of ours, but people should not be left without a word
    ask(form).catch(() => { status.textContent = 'No passkey was used. Try again, or sign in another way.' })
  })
}
