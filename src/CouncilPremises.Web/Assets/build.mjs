// Builds styles, script and pictures into ../wwwroot. Run by the Web project's FrontEnd target.
// Two builds may run at once: one waits for the other, finds the work done and leaves. Files are
// put in place by renaming, so nobody reads half a file. Only Node's own modules are used up here,
// because node_modules may not exist yet.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const assets = dirname(fileURLToPath(import.meta.url))
const output = join(assets, '..', 'wwwroot')
const work = join(assets, '..', 'obj', 'frontend')
const stampFile = join(work, 'built.stamp')
const installedFile = join(assets, 'node_modules', '.installed')
const lock = join(work, 'lock')

function inputFiles (folder = assets) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.name !== 'node_modules')
    .flatMap(entry => entry.isDirectory() ? inputFiles(join(folder, entry.name)) : [join(folder, entry.name)])
    .sort()
}

function digest (files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(relative(assets, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function isRunning (pid) {
  try { process.kill(pid, 0); return true } catch (error) { return error.code === 'EPERM' }
}

// A lock whose owner has died is taken over; a folder is made by exactly one of several rivals
function takeLock () {
  mkdirSync(work, { recursive: true })
  for (let tries = 0; tries < 1200; tries++) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const owner = join(lock, 'pid')
      const age = existsSync(lock) ? Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs : 0
      const pid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0
      if (age > 5000 && !(pid && isRunning(pid))) {
        const dead = `${lock}.${process.pid}`
        try { renameSync(lock, dead); rmSync(dead, { recursive: true }) } catch { /* another build took it over */ }
      } else {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250)
      }
    }
  }
  throw new Error(`Another build has held ${lock} for five minutes. Delete that folder if no build is running.`)
}

function install () {
  const wanted = digest([join(assets, 'package-lock.json')])
  if (existsSync(installedFile) && readFileSync(installedFile, 'utf8') === wanted) return
  console.log('Front end: installing packages (npm ci)')
  const windows = process.platform === 'win32'
  execFileSync(windows ? 'npm.cmd' : 'npm', ['ci'], { cwd: assets, stdio: ['ignore', 'ignore', 'inherit'], shell: windows })
  writeFileSync(installedFile, wanted)
}

function put (name, content) {
  const target = join(output, name)
  mkdirSync(dirname(target), { recursive: true })
  const same = existsSync(target) && Buffer.compare(readFileSync(target), Buffer.from(content)) === 0
  if (same) return
  const half = join(work, `${process.pid}.half`)
  writeFileSync(half, content)
  renameSync(half, target)
}

async function build () {
  const { NodePackageImporter, compile } = await import(pathToFileURL(join(assets, 'node_modules/sass/sass.node.mjs')))
  const { css } = compile(join(assets, 'styles/site.scss'), {
    style: 'compressed',
    importers: [new NodePackageImporter(assets)],
    quietDeps: true
  })
  const govuk = join(assets, 'node_modules/govuk-frontend/dist/govuk')
  put('css/site.css', css)
  put('js/govuk-frontend.min.js', readFileSync(join(govuk, 'govuk-frontend.min.js'), 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'))
  put('js/site.js', readFileSync(join(assets, 'scripts/site.js')))
  put('js/passkeys.js', readFileSync(join(assets, 'scripts/passkeys.js')))
  put('js/supported.js', readFileSync(join(assets, 'scripts/supported.js')))
  put('images/favicon.svg', readFileSync(join(assets, 'images/favicon.svg')))
}

const outputs = ['css/site.css', 'js/govuk-frontend.min.js', 'js/passkeys.js', 'js/site.js', 'js/supported.js', 'images/favicon.svg']

takeLock()
try {
  const wanted = digest(inputFiles())
  const done = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted &&
    outputs.every(name => existsSync(join(output, name)))
  if (!done) {
    install()
    console.log('Front end: building styles and script')
    await build()
    writeFileSync(stampFile, wanted)
  }
  const now = new Date()
  utimesSync(stampFile, now, now)
} finally {
  rmSync(lock, { recursive: true, force: true })
}
