### The first page.

home-title = Training across ten countries
home-lead = Maktab is where officials find the workshops, seminars and courses of the Economic Cooperation Organization and the International Organization for Migration, take part, and receive certificates that anyone can verify.
home-search = What would you like to learn?
home-next = Next events
home-all-events = All events
home-areas = By area
home-verify = Is this certificate true?
home-verify-text = Every certificate bears a number and a QR code. Whoever holds one can check it here, without an account.
home-verify-link = Verify a certificate
