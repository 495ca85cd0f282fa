'use strict';

// What CommonJS modules have and ES modules do not. Node adds to the error of an import whose graph names one
// of them; an error that was caught, or thrown later, it leaves as it is.

const {
  ArrayPrototypeIncludes,
  RegExpPrototypeExec,
  StringPrototypeStartsWith,
} = primordials;
const packages = require('internal/modules/packages');
const { fileURLToPath } = require('url');

const kMessages = [
  'require is not defined',
  'module is not defined',
  'exports is not defined',
  '__filename is not defined',
  '__dirname is not defined',
];

// Why the file is an ES module, if it is only by its package.
function reasonOf(url) {
  if (!StringPrototypeStartsWith(url, 'file://') || RegExpPrototypeExec(/\.js(\?[^#]*)?(#.*)?$/, url) === null) return '';
  const scope = packages.scopeOf(fileURLToPath(url));
  if (scope?.data.type !== 'module') return '';
  return "\nThis file is being treated as an ES module because it has a '.js' file extension and " +
    `'${scope.file}' contains "type": "module". To treat it as a CommonJS script, rename it to use the '.cjs' ` +
    'file extension.';
}

function explain(error, url) {
  if (error?.name !== 'ReferenceError' || !ArrayPrototypeIncludes(kMessages, error.message)) return;
  error.message += ' in ES module scope';
  if (StringPrototypeStartsWith(error.message, 'require ')) error.message += ', you can use import instead';
  error.message += reasonOf(url);
}

module.exports = { explain };
