/**
 * What electron-builder is told besides electron-builder.yml. The stand-in Electron makes only what a developer tries out on this
 * machine, and the mark goes into the version: the file's name, the package manager and the program itself all show it.
 */
export function builderArguments(electron, version, targets = []) {
  const isUnofficial = electron.source !== 'official';
  return [
    ...(targets.length === 0 && isUnofficial ? ['--linux', 'dir', 'deb'] : targets),
    '--publish=never',
    `-c.electronVersion=${electron.version}`,
    `-c.electronDist=${electron.dist}`,
    // Packing for a download takes minutes, which a try-out does not earn back.
    ...(isUnofficial ? [`-c.extraMetadata.version=${version}-unofficial`, '-c.deb.compression=zst'] : []),
  ];
}

/** Which fpm makes a deb: the one named by the caller, else on Linux ours, since fpm is not in Debian and its download may fail. */
export function builderEnvironment(env, ours, platform = process.platform) {
  return platform === 'linux' && !env.CUSTOM_FPM_PATH ? { ...env, CUSTOM_FPM_PATH: ours } : env;
}
