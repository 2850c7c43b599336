import path from 'node:path';

/** The bare application that the program is measured against: same versions, same settings, nothing in it. */
export default {
  output: 'standalone',
  poweredByHeader: false,
  serverExternalPackages: ['pg'],
  turbopack: { root: path.resolve(import.meta.dirname, '../../..') },
  outputFileTracingRoot: path.resolve(import.meta.dirname, '../../..'),
};
