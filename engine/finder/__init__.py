"""Which learning rate: many short runs side by side, from steps that hardly move to steps that blow up."""
