import { StartError } from './start-error.mjs';

/** Programs that we run take these characters of a path for something else. */
export function refuseFolder(folder, characters) {
  const found = [...characters].find((character) => folder.includes(character));
  if (found)
    throw new StartError(
      `フォルダーの名前に「${found}」があると動きません。名前を変えるか、別の場所に移してください: ${folder}`,
    );
}
