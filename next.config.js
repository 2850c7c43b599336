/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', 'pg'],
  outputFileTracingIncludes: {
    '/*': [
      './node_modules/@expo-google-fonts/biz-udmincho/*/*.ttf',
      './node_modules/@expo-google-fonts/biz-udgothic/*/*.ttf',
      './node_modules/@myriaddreamin/typst-ts-node-compiler*/**/*',
      './node_modules/@node-rs/argon2*/**/*',
    ],
  },
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
};

export default config;
