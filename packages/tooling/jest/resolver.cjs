const { existsSync } = require('node:fs');
const { resolve, sep } = require('node:path');

const inNodeModules = (folder) => folder.includes(`${sep}node_modules${sep}`);

/** In our own folders `./order.js` means `./order.ts`; what libraries ask for is left alone. */
module.exports = (request, options) => {
  if (/^\.{1,2}\/.*\.js$/.test(request) && !inNodeModules(`${options.basedir}${sep}`)) {
    const source = resolve(options.basedir, request.replace(/\.js$/, '.ts'));
    if (existsSync(source)) return options.defaultResolver(source, options);
  }
  return options.defaultResolver(request, options);
};
