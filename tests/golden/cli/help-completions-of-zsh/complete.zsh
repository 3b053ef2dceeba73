# Prints what zsh offers behind each line of words: complete.zsh FOLDER 'postlint scan --ro' ...
# A second shell does it as for a user, on a terminal of its own; Tab only lists there. What it is
# told to print at the end is not what it is told: its echo is no answer.
zmodload zsh/zpty
zpty shell zsh -f -i
send() { zpty -w shell "$1" }
send "PS1= PS2= PROMPT_EOL_MARK=; stty -echo rows 400 cols 100; unset zle_bracketed_paste"
send "fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D; LISTMAX=10000"
send "zstyle ':completion:*' menu no; setopt nolistbeep noautolist"
send "bindkey '^I' list-choices; bindkey '^G' kill-whole-line; print \$((6 * 7))-ready"
zpty -r shell answer '*42-ready*'
shift
for line; do
  print -r -- "== $line"
  zpty -w -n shell "$line"$'\t\C-g'"print \$((6 * 7))-end"$'\r'
  zpty -r shell answer '*42-end*'
  print -r -- "$answer" | sed -e 's/\x1b\[[0-9;?]*[A-Za-z]//g' -e 's/[\r\x07]//g' -e "s/${line% } *\$//" \
    -e '/-end$/d' -e '/^ *p* *$/d' -e 's/ *$//'
done
