"""The app's machinery: the worker thread, actions, key queue, timers, crashes."""
