/// YAML files of other tools as a tree with line numbers. The only room that knows a YAML library; it takes any text,
/// hostile ones too, and answers in bounded time and memory with a tree or with one sentence.
package dev.porthole.interchange.yaml;
