/** Where the worker fetches the index of the shipped library: past the page, which has no use for a megabyte of it. */
export const SEARCH_INDEX_PATH = '/library/search-index.bin';
