#!/bin/sh
# Makes this system's packages in target/packages: Debian, Fedora and kin: image, .deb and .rpm; macOS: .dmg;
# Windows (in Git Bash): .msi. Each system makes its own, jpackage cannot cross.
set -eu

home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/.." && pwd -P)
cd "$home"
. .mvn/system.sh
. .mvn/jdk.sh

stop() {
    printf '%s\n' "$*" >&2
    exit 3
}

case $(uname) in
    Linux) system=linux ;;
    Darwin) system=macos ;;
    MINGW* | MSYS*) system=windows ;;
    *) stop "There is no package for $(uname)." ;;
esac
separator=:
if [ $system = windows ]; then
    separator=';'
fi

jdk=
find_jdk || stop "$(no_jdk jpackage/build.sh)"
if [ $system = linux ]; then
    lacks=
    for pair in mvn=maven dpkg-deb=dpkg rpmbuild=rpm objcopy=binutils unzip=unzip; do
        has "${pair%=*}" || lacks="$lacks ${pair#*=}"
    done
    # shellcheck disable=SC2086
    if [ -n "$lacks" ] && ! install_packages jpackage/build.sh $lacks; then
        stop "jpackage/build.sh lacks$lacks: $(as_root "apt-get install -y$lacks")"
    fi
    need_display jpackage/build.sh || exit 3
else
    has mvn || stop "$(no_maven jpackage/build.sh)"
fi

work=target/jpackage
packages=target/packages
rm -rf "$work" "$packages" target/lib target/porthole-*.jar
mkdir -p "$work/modules" "$work/jmods" "$packages"
trap end_window EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

echo 'jpackage/build.sh: program and libraries'
use_maven
mvn -B -q -Dmaven.test.skip=true package
for jar in target/porthole-*.jar; do :; done
version=${jar#target/porthole-}
version=${version%.jar}
cp "$jar" target/lib/*.jar "$work/modules"

# JavaFX as jmods: its native libraries then lie in the image, and nothing is unpacked into the user's home.
for library in "$work"/modules/javafx-*.jar; do
    name=${library##*/}
    name=${name%-[0-9]*}
    name=javafx.${name#javafx-}
    mkdir -p "$work/$name/classes" "$work/$name/lib"
    (cd "$work/$name/classes" && "$jdk/bin/jar" xf "$home/$library")
    find "$work/$name/classes" \( -name '*.so' -o -name '*.dll' -o -name '*.dylib' \) -exec mv {} "$work/$name/lib" \;
    "$jdk/bin/jmod" create --class-path "$work/$name/classes" --libs "$work/$name/lib" "$work/jmods/$name.jmod"
    rm "$library"
done

# jlink refuses a jar without a module descriptor, and re2j has none.
for re2j in "$work"/modules/re2j-*.jar; do :; done
"$jdk/bin/jdeps" --generate-module-info "$work/descriptors" "$re2j" > /dev/null 2>&1
"$jdk/bin/javac" --patch-module "re2j=$re2j" -d "$work/descriptors" "$work/descriptors/re2j/module-info.java"
"$jdk/bin/jar" --update --file "$re2j" -C "$work/descriptors" module-info.class

echo 'jpackage/build.sh: image'
"$jdk/bin/jlink" --module-path "$work/jmods$separator$work/modules" \
    --add-modules dev.porthole,org.slf4j.nop,jdk.unsupported,jdk.localedata \
    --include-locales=en,de,es,fr,it,ja,nl,pl,pt,zh \
    --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$work/runtime"

# The options of the launchers, one per line, without the comments.
options() {
    cat "$@" | grep -v '^#'
}
quiet=$(options jpackage/jvm-options)
terse=$(options jpackage/jvm-options jpackage/jvm-options-cli)
{
    echo 'module=dev.porthole/dev.porthole.cli.Main'
    echo "java-options=$(printf '%s\n' "$terse" | tr '\n' ' ')"
    echo 'description=Porthole, command line'
    cat jpackage/$system/porthole-cli.properties
} > "$work/porthole-cli.properties"

set -- --name Porthole --vendor 'The Porthole authors' --copyright 'Apache License 2.0' \
    --description 'Sockets of this machine, a probe for any port, and why it does not connect'
# macOS takes no version that begins with 0: a one stands in for it inside the bundle.
bundle=$version
icon=jpackage/icon/porthole.png
case $system in
    macos) bundle=1.${version#*.} icon=jpackage/icon/porthole.icns ;;
    windows) icon=jpackage/icon/porthole.ico ;;
esac
set -- "$@" --app-version "$bundle"

(
    set -- "$@" --type app-image --dest "$work" --icon "$icon" --runtime-image "$work/runtime" \
        --module dev.porthole/dev.porthole.ui.Main --add-launcher "porthole-cli=$work/porthole-cli.properties"
    for option in $quiet; do
        set -- "$@" --java-options "$option"
    done
    if [ $system = macos ]; then
        set -- "$@" --mac-package-identifier dev.porthole --mac-app-category public.app-category.utilities
    fi
    "$jdk/bin/jpackage" "$@"
)

case $system in
    linux)
        image=$work/Porthole
        app=$image/lib/app
        java=$image/lib/runtime/bin/java
        cp jpackage/linux/porthole "$image/bin/porthole"
        chmod 755 "$image/bin/porthole"
        cp .mvn/system.sh jpackage/linux/porthole.desktop jpackage/icon/porthole.svg "$image/lib"
        cp jpackage/jvm-options jpackage/jvm-options-cli "$app"
        ;;
    macos)
        image=$work/Porthole.app
        app=$image/Contents/app
        java=$image/Contents/runtime/Contents/Home/bin/java
        ;;
    windows)
        image=$work/Porthole
        app=$image/app
        java=$image/runtime/bin/java
        ;;
esac

# What a launcher loads, it learns once: $1 is the launcher, the rest one run of it. The image's own JVM has to do it.
# The option enters the launcher's file only with the cache, since a missing one costs an error line.
train() {
    launcher=$1
    shift
    "$java" -XX:AOTMode=record "-XX:AOTConfiguration=$work/$launcher.config" "$@" > /dev/null 2>&1 < /dev/null || :
    if "$java" -XX:AOTMode=create "-XX:AOTConfiguration=$work/$launcher.config" "-XX:AOTCache=$app/$launcher.aot" "$@" > "$work/$launcher.log" 2>&1 < /dev/null; then
        # shellcheck disable=SC2016 # jpackage's launcher puts the folder in
        [ ! -f "$app/$launcher.cfg" ] || {
            sed 's|^\[JavaOptions\]|&\njava-options=-XX:AOTCache=$APPDIR/'"$launcher.aot|" "$app/$launcher.cfg" > "$work/$launcher.cfg"
            cat "$work/$launcher.cfg" > "$app/$launcher.cfg"
        }
    else
        rm -f "$app/$launcher.aot"
        echo "jpackage/build.sh: no AOT cache for $launcher, which starts slower so: see $work/$launcher.log" >&2
    fi
}

echo 'jpackage/build.sh: AOT caches'
if [ $system = linux ]; then
    start_display 1920x1080x24
fi
# shellcheck disable=SC2086
train porthole-cli $terse -m dev.porthole/dev.porthole.cli.Rehearsal
if [ $system = linux ]; then
    # Only the script that is the command there can choose between two.
    # shellcheck disable=SC2086
    train porthole-counting $terse -m dev.porthole/dev.porthole.cli.Rehearsal counting
fi
# shellcheck disable=SC2086
train Porthole $quiet -m dev.porthole/dev.porthole.ui.Main --screenshot "$work/first.png"
end_display

echo 'jpackage/build.sh: packages'
case $system in
    linux)
        # Not jpackage's own .deb: its scripts stay behind after a removal, and need no doing when dpkg owns the links.
        tree=$work/deb
        mkdir -p "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/icons/hicolor/scalable/apps"
        cp -a "$image" "$tree/opt/porthole"
        ln -s ../../opt/porthole/bin/porthole "$tree/usr/bin/porthole"
        cp jpackage/linux/porthole.desktop "$tree/usr/share/applications"
        cp jpackage/icon/porthole.svg "$tree/usr/share/icons/hicolor/scalable/apps"
        arch=$(dpkg --print-architecture)
        sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@SIZE@/$(du -sk "$tree" | cut -f1)/" jpackage/linux/control > "$tree/DEBIAN/control"
        dpkg-deb --root-owner-group -Zxz --build "$tree" "$packages/porthole_${version}_$arch.deb" > /dev/null
        "$jdk/bin/jpackage" "$@" --type rpm --app-image "$image" --dest "$packages" --resource-dir jpackage/linux \
            --linux-package-name porthole --linux-app-category net --linux-rpm-license-type Apache-2.0
        ;;
    macos)
        plutil -insert NSLocalNetworkUsageDescription -string \
            'Porthole connects to the hosts and ports of your network that you probe.' "$image/Contents/Info.plist"
        # The bundle changed after jpackage signed it.
        codesign --force --deep --sign "${PORTHOLE_SIGN:--}" "$image"
        "$jdk/bin/jpackage" "$@" --type dmg --app-image "$image" --dest "$packages"
        ;;
    windows)
        "$jdk/bin/jpackage" "$@" --type msi --app-image "$image" --dest "$packages" \
            --win-menu --win-shortcut-prompt --win-dir-chooser --win-upgrade-uuid 4b0c0bb5-6f0e-4a53-9c36-7d3f0a6a1c4e
        ;;
esac
ls -l "$packages"
