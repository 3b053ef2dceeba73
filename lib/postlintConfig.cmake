# find_package(postlint [COMPONENTS core | postlint]): static libraries with what they link to.
#   core      postlint::core: checks drafts
#   postlint  postlint::postlint: the same, and reads exports; needs libzip, GMime, gumbo and simdjson
# Without components both. With `core` alone the readers' libraries are not looked for.
if(NOT postlint_FIND_COMPONENTS)
  set(postlint_FIND_COMPONENTS core postlint)
endif()
foreach(component ${postlint_FIND_COMPONENTS})
  if(NOT component MATCHES "^(core|postlint)$")
    set(postlint_FOUND FALSE)
    set(postlint_NOT_FOUND_MESSAGE "postlint has no component '${component}': core and postlint there are.")
    return()
  endif()
endforeach()

include(CMakeFindDependencyMacro)
find_dependency(PkgConfig)
find_dependency(ICU COMPONENTS uc i18n data)
find_dependency(fmt)
find_dependency(tomlplusplus)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)
include(${CMAKE_CURRENT_LIST_DIR}/postlintCoreTargets.cmake)
set(postlint_core_FOUND TRUE)

if(postlint IN_LIST postlint_FIND_COMPONENTS)
  find_dependency(simdjson)
  pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
  pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
  pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
  include(${CMAKE_CURRENT_LIST_DIR}/postlintTargets.cmake)
  set(postlint_postlint_FOUND TRUE)
endif()
