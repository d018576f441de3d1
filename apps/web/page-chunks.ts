/**
 * For `rolldownOptions.output.codeSplitting`: a hundred small files take a browser longer than their bytes do. What every
 * page with a run on it needs is kept together; what the first page needs, and what comes with one lab, stays as it falls.
 */
export const pageChunks = {
  groups: [
    { name: 'trace', test: /packages\/trace\/src\// },
    {
      name: 'player-words',
      test: /words\/(?:player|transport|inspector|trouble|reality|operation|range|save|dialog)-words/,
    },
    { name: 'player', test: /apps\/web\/src\/(?:player|transport|inspector|lesson)\/(?!lab-route)/ },
  ].map((group) => ({ ...group, includeDependenciesRecursively: false })),
};
