# Debian packages, by `cpack --config build/CPackConfig.cmake -B FOLDER`: postlint for those who use it, and
# libpostlint-dev for those who build on it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME postlint)
set(CPACK_PACKAGE_CONTACT "the postlint founders <founders@postlint.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME postlint)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
    "Reads a Dutch post and says what had better not go out: personal data, confidential matters, \
insulting wording, a missing statement that one speaks for oneself. Works on your own machine and \
sends nothing anywhere.")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libpostlint-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "postlint (= ${PROJECT_VERSION}), libicu-dev, libre2-dev, \
libtomlplusplus-dev, libfmt-dev, libsimdjson-dev, libzip-dev, libgmime-3.0-dev, libgumbo-dev, nettle-dev")
set(CPACK_COMPONENT_DEV_DESCRIPTION
    "Headers and libraries to call postlint from C++, C and other languages.")

include(CPack)
