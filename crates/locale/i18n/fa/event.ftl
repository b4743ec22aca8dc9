### The page of an event, and the seats shown in every list.

seats-left = { $left } جا از { $capacity } جا خالی است
seats-full = ظرفیت تکمیل است
seats-waiting = { $count } نفر در انتظارند
seats-nomination = با معرفی دولت
seats-invitation = با دعوت
seats-cancelled = لغو شد
seats-closed = مهلت ثبت‌نام پایان یافته است
seats-opens = آغاز ثبت‌نام: { $date }
seats-until = تا { $date }
