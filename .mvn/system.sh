# Sourced by porthole, verify, jpackage/build.sh and the installed command: packages and displays.
# shellcheck shell=sh

has() {
    command -v "$1" >/dev/null 2>&1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then printf %s "$1"; else printf 'sudo %s' "$1"; fi
}

display_packages='xvfb libgtk-3-0 libxtst6 libgl1 fonts-dejavu-core'

# What a window on a virtual display lacks here, as words for a sentence; nothing if it is all there.
display_lacks() {
    has Xvfb || printf ' Xvfb'
    libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0
    for library in libgtk-3.so.0 libXtst.so.6 libGL.so.1; do
        case $libraries in
            *"$library"*) ;;
            *) printf ' %s' "$library" ;;
        esac
    done
}

# Installs the Debian packages $2... for $1 where that is possible: on Debian, as root, without removing any other.
install_packages() {
    who=$1
    shift
    if ! has apt-get || [ "$(id -u)" != 0 ]; then
        return 1
    fi
    echo "$who: installing $* (apt-get)" >&2
    if ! log=$( (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-remove "$@") 2>&1); then
        printf '%s\n' "$log" >&2
        return 1
    fi
}

display_command() {
    # shellcheck disable=SC2086
    if has apt-get; then
        as_root 'apt-get update && '
        as_root "apt-get install -y $display_packages"
    elif has dnf; then as_root 'dnf install xorg-x11-server-Xvfb gtk3 libXtst mesa-libGL dejavu-sans-fonts'
    elif has pacman; then as_root 'pacman -S xorg-server-xvfb gtk3 libxtst libglvnd ttf-dejavu'
    elif has zypper; then as_root 'zypper install xorg-x11-server-Xvfb gtk3 libXtst6 Mesa-libGL1 dejavu-fonts'
    else printf 'install Xvfb, GTK 3, libXtst and libGL'
    fi
}

# Makes sure that a virtual display can start, or says in one sentence what it lacks.
need_display() {
    lacks=$(display_lacks)
    [ -n "$lacks" ] || return 0
    # shellcheck disable=SC2086
    if install_packages "$1" $display_packages; then
        return 0
    fi
    echo "$1 needs a virtual display and lacks$lacks: $(display_command)" >&2
    return 1
}

# Starts Xvfb on a free display of its own choice: $1 its size; exports DISPLAY, leaves its id in display_pid.
start_display() {
    display_dir=$(mktemp -d "${TMPDIR:-/tmp}/porthole-display.XXXXXX") || return 1
    mkfifo "$display_dir/number" || return 1
    Xvfb -displayfd 3 -screen 0 "$1" -nolisten tcp 3> "$display_dir/number" > "$display_dir/log" 2>&1 &
    display_pid=$!
    number=
    read -r number < "$display_dir/number" || :
    if [ -z "$number" ]; then
        cat "$display_dir/log" >&2
        echo "Xvfb did not start." >&2
        end_display
        return 1
    fi
    DISPLAY=:$number
    export DISPLAY
    unset WAYLAND_DISPLAY XAUTHORITY
}

end_display() {
    if [ -n "${display_pid-}" ]; then
        kill "$display_pid" 2>/dev/null || :
        wait "$display_pid" 2>/dev/null || :
        display_pid=
    fi
    if [ -n "${display_dir-}" ]; then
        rm -rf "$display_dir"
        display_dir=
    fi
}

# Becomes the window that $2... starts; with --screenshot and without a display on a virtual one. $1 is who asks.
run_window() {
    who=$1
    shift
    if [ "$(uname)" != Linux ] || [ -n "${DISPLAY-}" ]; then
        exec "$@"
    fi
    case " $* " in
        *' --screenshot'*) ;;
        *)
            if [ -n "${WAYLAND_DISPLAY-}" ]; then
                echo 'This Wayland session has no X server for JavaFX (DISPLAY is not set): install xwayland and log in again, or use the command line: porthole --help' >&2
            else
                echo 'There is no display for the window (neither DISPLAY nor WAYLAND_DISPLAY is set): over ssh connect with ssh -X, or use the command line: porthole --help' >&2
            fi
            exit 3
            ;;
    esac
    need_display "$who" || exit 3
    trap end_window EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    start_display 1920x1080x24 || exit 3
    "$@" &
    window_pid=$!
    code=0
    wait "$window_pid" || code=$?
    window_pid=
    exit "$code"
}

end_window() {
    if [ -n "${window_pid-}" ]; then
        kill "$window_pid" 2>/dev/null || :
        wait "$window_pid" 2>/dev/null || :
    fi
    end_display
}
