### Messages that leave by mail.
