### The courses of the catalogue.

course-list-title = دوره‌ها
course-list-lead = چه آموخته می‌شود، برای چه کسانی، و نوبت بعدی کی برگزار می‌شود.
course-other-area = دیگر
course-none-title = هنوز دوره‌ای معرفی نشده است
course-none-advice = با این همه، رویدادها در فهرست هستند.
course-to-events = دیدن همهٔ رویدادها
course-runs = { $count } برگزاری در پیش
course-area = حوزه‌ها
course-upcoming = برگزاری‌های بعدی
course-no-run = اکنون برگزاری تازه‌ای از این دوره اعلام نشده است.
course-to-list = همهٔ دوره‌ها
