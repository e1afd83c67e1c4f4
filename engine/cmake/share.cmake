# Lets the program write its man pages and shell completions below OUTPUT, where the tools look.
#   cmake -D PROGRAM=<corridor> -D OUTPUT=<share folder> -P share.cmake
cmake_minimum_required(VERSION 3.25)

function(write_answer path)
  execute_process(
    COMMAND "${PROGRAM}" ${ARGN}
    OUTPUT_VARIABLE answer
    ERROR_VARIABLE complaint
    RESULT_VARIABLE code)
  if(NOT code EQUAL 0 OR answer STREQUAL "")
    list(JOIN ARGN " " words)
    message(FATAL_ERROR "corridor ${words}: exit code ${code}\n${complaint}")
  endif()
  file(WRITE "${OUTPUT}/${path}" "${answer}")
endfunction()

write_answer(bash-completion/completions/corridor completion bash)
write_answer(zsh/site-functions/_corridor completion zsh)
write_answer(fish/vendor_completions.d/corridor.fish completion fish)

write_answer(man/man1/corridor.1 man)
# Each verb has a page; the main page names them in lines `.BR corridor-VERB (1)`.
file(READ "${OUTPUT}/man/man1/corridor.1" main_page)
string(REPLACE "\\" "" main_page "${main_page}")
string(REGEX MATCHALL "\n\\.BR corridor-[a-z-]+" pages "${main_page}")
foreach(page IN LISTS pages)
  string(REGEX REPLACE "^.*BR corridor-" "" verb "${page}")
  write_answer(man/man1/corridor-${verb}.1 man ${verb})
endforeach()
