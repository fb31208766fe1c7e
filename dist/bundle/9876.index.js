export const id = 9876;
export const ids = [9876,7495];
export const modules = {

/***/ 47495:
/***/ ((module) => {

// Takes the place of ssh2 in the bundle: its compiled parts have no business in dist/, and no throwaway server is reached over ssh.
class Client {
  constructor() {
    throw new Error(
      'A Docker host given as ssh:// is not supported. Set DOCKER_HOST to a unix:// or tcp:// address.',
    );
  }
}
module.exports = { Client };


/***/ })

};
