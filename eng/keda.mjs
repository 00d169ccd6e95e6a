// Validates manifests of KEDA. Usage: node keda.mjs NODE_MODULES FILE...
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, ...files] = process.argv.slice(2);
const { parseAllDocuments } = createRequire(path.join(modules, 'x.js'))('yaml');

// The validators overlook fields that they do not know, which a cluster would refuse or drop. So it is noted which fields
// they ask for; one that nobody asks for is unknown.
function watched(value, at, asked) {
  if (value === null || typeof value !== 'object') {
    return value;
  }

  return new Proxy(value, {
    get(target, name) {
      if (typeof name === 'string' && Object.hasOwn(target, name)) {
        asked.add(`${at}/${name}`);
        return watched(target[name], `${at}/${name}`, asked);
      }

      return target[name];
    },
  });
}

function fieldsOf(value, at = '') {
  return value === null || typeof value !== 'object' ? [] : Object.keys(value).flatMap((name) => [`${at}/${name}`, ...fieldsOf(value[name], `${at}/${name}`)]);
}

async function problemsOf(manifest) {
  const prefix = 'keda.sh/v1alpha1';
  if (manifest?.apiVersion !== prefix || !/^[A-Za-z]+$/.test(manifest.kind ?? '')) {
    return manifest?.apiVersion?.startsWith('keda.sh/') ? [`there is no ${manifest.apiVersion} ${manifest.kind}`] : [];
  }

  const schema = path.join(modules, '@kubernetes-models/keda/_schemas', `ComGithubKedacoreKedaV2ApisKedaV1alpha1${manifest.kind}.js`);
  const { validate } = await import(pathToFileURL(schema)).catch(() => ({}));
  if (!validate) {
    return [`there is no ${prefix} ${manifest.kind}`];
  }

  const asked = new Set();
  const problems = validate(watched(manifest, '', asked)) ? [] : validate.errors.map((error) => `${error.instancePath || '/'}: ${error.keyword} ${JSON.stringify(error.params)}`);
  return [...problems, ...fieldsOf(manifest).filter((field) => !asked.has(field)).map((field) => `${field}: no such field`)];
}

// An object of the manifest, wherever it is, must not take a field that nobody knows, except where any name is allowed.
async function overlooked(manifest) {
  const free = /^\/metadata\/(labels|annotations)$|^\/spec\/triggers\/\d+\/metadata$/;
  const missed = [];
  for (const field of ['', ...fieldsOf(manifest)]) {
    const copy = structuredClone(manifest);
    const target = field.split('/').slice(1).reduce((value, name) => value[name], copy);
    if (target !== null && typeof target === 'object' && !Array.isArray(target) && !free.test(field)) {
      target.unknownField = 'x';
      if ((await problemsOf(copy)).length === 0) {
        missed.push(`${field || '/'}: takes a field that does not exist`);
      }
    }
  }

  return missed;
}

let failed = false;
let count = 0;
for (const file of files) {
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
    const manifest = document.toJS();
    const problems = [...document.errors.map(String), ...(await problemsOf(manifest))];
    for (const problem of problems.length > 0 ? problems : await overlooked(manifest)) {
      console.error(`${file}: ${manifest?.kind}: ${problem}`);
      failed = true;
    }

    count += manifest?.apiVersion?.startsWith('keda.sh/') ? 1 : 0;
  }
}

console.log(`${count} manifests of KEDA`);
process.exitCode = failed || count === 0 ? 1 : 0;
