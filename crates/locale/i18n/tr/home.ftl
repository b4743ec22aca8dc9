### The first page.

home-title = On ülkede eğitim
home-lead = Maktab, kamu görevlilerinin Ekonomik İşbirliği Teşkilatı ile Uluslararası Göç Örgütü'nün çalıştay, seminer ve kurslarını bulduğu, bunlara katıldığı ve herkesin doğrulayabileceği sertifikalar aldığı yerdir.
home-search = Ne öğrenmek istersiniz?
home-next = Sıradaki etkinlikler
home-all-events = Bütün etkinlikler
home-areas = Alanlara göre
home-verify = Bu sertifika gerçek mi?
home-verify-text = Her sertifikanın bir numarası ve bir karekodu vardır. Sertifikayı elinde tutan herkes onu burada, hesap açmadan doğrulayabilir.
home-verify-link = Sertifika doğrula
